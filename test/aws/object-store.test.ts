import { randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import type { Buckets } from '../../shared/adapters/aws/s3-buckets.ts';
import { S3ObjectInventory } from '../../shared/adapters/aws/s3-object-inventory.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { describeObjectInventory } from '../contract/object-inventory.contract.ts';
import { describeObjectStore } from '../contract/object-store.contract.ts';
import { createStack, s3, withCeph } from './peers.ts';

async function makeBucket(): Promise<string> {
  const Bucket = `objects-${randomUUID()}`;
  await s3!.send(new CreateBucketCommand({ Bucket }));
  return Bucket;
}

withCeph('S3 on Ceph', () => {
  describeObjectStore('S3 bucket', async () => {
    const bucket = await makeBucket();
    const buckets: Buckets = { originals: bucket, quarantine: bucket, objects: bucket };
    return { subject: new S3ObjectStore(s3!, buckets), close: async () => {} };
  });

  describeObjectStore('S3 bucket of originals, versioned and under lock', async () => {
    const { ref } = await createStack().make('AWS::S3::Bucket', /^Originals/);
    const buckets: Buckets = { originals: ref, quarantine: ref, objects: ref };
    return { subject: new S3ObjectStore(s3!, buckets), close: async () => {} };
  });

  describeObjectInventory('S3 bucket', async () => {
    const bucket = await makeBucket();
    const buckets: Buckets = { originals: bucket, quarantine: bucket, objects: bucket };
    const subject = {
      store: new S3ObjectStore(s3!, buckets),
      inventory: new S3ObjectInventory(s3!, buckets),
    };
    return { subject, close: async () => {} };
  });
});
