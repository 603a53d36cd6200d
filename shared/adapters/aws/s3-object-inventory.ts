/** What the buckets hold, a thousand keys an answer. */
import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectInventory, StoredObject } from '../../ports/object-inventory.ts';
import { ask } from './aws-failure.ts';
import { type Buckets, bucketOf } from './s3-buckets.ts';

export class S3ObjectInventory implements ObjectInventory {
  readonly #client: S3Client;
  readonly #buckets: Buckets;

  constructor(client: S3Client, buckets: Buckets) {
    this.#client = client;
    this.#buckets = buckets;
  }

  async *list(prefix: string): AsyncIterable<StoredObject> {
    let ContinuationToken: string | undefined;
    do {
      const page = await ask(
        's3',
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: bucketOf(this.#buckets, prefix),
            Prefix: prefix,
            ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
          }),
        ),
      );
      for (const { Key, Size = 0, LastModified } of page.Contents ?? []) {
        if (Key !== undefined) yield { key: Key, bytes: Size, storedAt: LastModified! };
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }
}
