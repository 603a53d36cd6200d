import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { DynamoDbDossierRepository } from '../../shared/adapters/aws/dynamodb-dossier-repository.ts';
import { DynamoDbOutbox } from '../../shared/adapters/aws/dynamodb-outbox.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { RecordBodies } from '../../shared/adapters/aws/record-bodies.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { describeDossierRepository } from '../contract/dossier-repository.contract.ts';
import { createStack, dynamo, s3, withAll } from './peers.ts';

withAll('DynamoDB on moto, large records in S3 on Ceph', () => {
  describeDossierRepository('DynamoDB', async () => {
    const { ref: tableName } = await createStack().make('AWS::DynamoDB::Table', /^Records/);
    const bucket = `records-${randomUUID()}`;
    await s3!.send(new CreateBucketCommand({ Bucket: bucket }));
    const table = new DynamoTable(dynamo!, tableName);
    const bodies = new RecordBodies(
      new S3ObjectStore(s3!, { originals: bucket, quarantine: bucket, objects: bucket }),
    );
    return {
      subject: {
        repository: new DynamoDbDossierRepository(table, bodies),
        outbox: new DynamoDbOutbox(table, bodies),
      },
      close: async () => {},
    };
  });
});
