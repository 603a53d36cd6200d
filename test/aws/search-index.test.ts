import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { DynamoDbSearchIndex } from '../../shared/adapters/aws/dynamodb-search-index.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { RecordBodies } from '../../shared/adapters/aws/record-bodies.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { describeSearchIndex } from '../contract/search-index.contract.ts';
import { createStack, dynamo, s3, withAll } from './peers.ts';

withAll('Search by words in DynamoDB', () => {
  describeSearchIndex('DynamoDB', async () => {
    const { ref: tableName } = await createStack().make('AWS::DynamoDB::Table', /^Records/);
    const bucket = `search-${randomUUID()}`;
    await s3!.send(new CreateBucketCommand({ Bucket: bucket }));
    const store = new S3ObjectStore(s3!, { originals: bucket, quarantine: bucket, objects: bucket });
    const table = new DynamoTable(dynamo!, tableName);
    return { subject: new DynamoDbSearchIndex(table, new RecordBodies(store)), close: async () => {} };
  });
});
