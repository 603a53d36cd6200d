import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { DynamoDbSearchIndex } from '../../shared/adapters/aws/dynamodb-search-index.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { RecordBodies } from '../../shared/adapters/aws/record-bodies.ts';
import { S3ObjectInventory } from '../../shared/adapters/aws/s3-object-inventory.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { describeSearchIndex, entry, QUERY } from '../contract/search-index.contract.ts';
import { createStack, dynamo, s3, withAll } from './peers.ts';

async function openIndex() {
  const { ref: tableName } = await createStack().make('AWS::DynamoDB::Table', /^Records/);
  const bucket = `search-${randomUUID()}`;
  await s3!.send(new CreateBucketCommand({ Bucket: bucket }));
  const buckets = { originals: bucket, quarantine: bucket, objects: bucket };
  const table = new DynamoTable(dynamo!, tableName);
  const index = new DynamoDbSearchIndex(table, new RecordBodies(new S3ObjectStore(s3!, buckets)));
  return { index, inventory: new S3ObjectInventory(s3!, buckets) };
}

withAll('Search by words in DynamoDB', () => {
  describeSearchIndex('DynamoDB', async () => {
    const { index } = await openIndex();
    return { subject: index, close: async () => {} };
  });

  it('keeps nothing of a long text once the dossier says something else', async () => {
    const { index, inventory } = await openIndex();
    const text = (word: string) => `${word} `.repeat(8_000);
    const before = entry('H12.09-260102-0001', { version: 1, text: text('sớm') });
    await index.put(before);
    await index.put({ ...before, version: 2, text: text('muộn') });
    const keys: string[] = [];
    for await (const { key } of inventory.list('records/search/')) keys.push(key);
    expect(keys).toHaveLength(1);
    const find = (words: string) => index.find({ ...QUERY, words });
    expect((await find('muộn')).hits[0]?.snippet.length).toBeGreaterThan(0);
    expect((await find('sớm')).hits).toEqual([]);
  });
});
