/** Addresses of objects in S3, signed for a moment, and a shelf that S3 itself clears each day. */
import { randomUUID } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { DownloadDesk, DownloadHeaders } from '../../ports/download-desk.ts';
import { ask } from './aws-failure.ts';
import { type Buckets, bucketOf } from './s3-buckets.ts';

/** Lambda answers with 6 MB at most, in which bytes stand as base64, four letters for three. */
const MOST_ANSWER_BYTES = 4_000_000;
/** To begin a download: what has begun goes on. */
const ADDRESS_VALID_S = 120;
/** S3 takes no smaller part but the last, and ten thousand of them. */
const PART_BYTES = 8_000_000;
const SHELF = 'downloads/';

export class S3DownloadDesk implements DownloadDesk {
  readonly mostAnswerBytes = MOST_ANSWER_BYTES;
  readonly #client: S3Client;
  readonly #buckets: Buckets;

  constructor(client: S3Client, buckets: Buckets) {
    this.#client = client;
    this.#buckets = buckets;
  }

  async addressOf(key: string, { contentType, contentDisposition }: DownloadHeaders): Promise<string> {
    const command = new GetObjectCommand({
      ...this.#place(key),
      ResponseContentType: contentType,
      ResponseContentDisposition: contentDisposition,
      ResponseCacheControl: 'private, no-store',
    });
    return getSignedUrl(this.#client, command, { expiresIn: ADDRESS_VALID_S });
  }

  /** In parts, as they come: an archive may be larger than the memory here. */
  async keep(bytes: AsyncIterable<Uint8Array>): Promise<string> {
    const key = `${SHELF}${randomUUID()}`;
    const place = this.#place(key);
    const { UploadId } = await ask('s3', this.#client.send(new CreateMultipartUploadCommand(place)));
    const upload = { ...place, UploadId };
    try {
      const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
      for await (const Body of inParts(bytes)) {
        const PartNumber = Parts.length + 1;
        const part = new UploadPartCommand({ ...upload, PartNumber, Body, ContentLength: Body.length });
        const { ETag } = await ask('s3', this.#client.send(part));
        Parts.push({ PartNumber, ETag });
      }
      const MultipartUpload = { Parts };
      await ask('s3', this.#client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload })));
    } catch (error) {
      // What is left of it otherwise, the bucket clears by itself.
      await this.#client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
      throw error;
    }
    return key;
  }

  #place(key: string): { Bucket: string; Key: string } {
    return { Bucket: bucketOf(this.#buckets, key), Key: key };
  }
}

async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(chunks);
    chunks = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(chunks);
}
