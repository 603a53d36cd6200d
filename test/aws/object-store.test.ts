import { randomUUID } from 'node:crypto';
import {
  CreateBucketCommand,
  type DeleteObjectCommandInput,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import type { Buckets } from '../../shared/adapters/aws/s3-buckets.ts';
import { S3ObjectInventory } from '../../shared/adapters/aws/s3-object-inventory.ts';
import { createS3Client, S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { describeObjectInventory } from '../contract/object-inventory.contract.ts';
import { describeObjectStore } from '../contract/object-store.contract.ts';
import { createStack, s3, s3Config, withCeph } from './peers.ts';

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

  it('asks to get past a lock only where there is one: S3 refuses the request to whoever may not', async () => {
    const { ref: locked } = await createStack().make('AWS::S3::Bucket', /^Originals/);
    const unlocked = await makeBucket();
    await s3!.send(
      new PutBucketVersioningCommand({
        Bucket: unlocked,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
    const client = createS3Client(s3Config());
    const passes: boolean[] = [];
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (commandName === 'DeleteObjectCommand')
            passes.push((args.input as DeleteObjectCommandInput).BypassGovernanceRetention === true);
          return next(args);
        },
      { step: 'initialize' },
    );
    for (const bucket of [unlocked, locked]) {
      const store = new S3ObjectStore(client, { originals: bucket, quarantine: bucket, objects: bucket });
      await store.putOnce('originals/a.pdf', new Uint8Array([1]));
      await store.remove('originals/a.pdf');
      expect(await store.size('originals/a.pdf')).toBeNull();
    }
    expect(passes).toEqual([false, false, true]);
  });
});
