/** Uploads that go straight to S3 part by part, each to an address that is signed for it alone and only for a while. */
import { createHash } from 'node:crypto';
import { ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { PartAddress, UploadDesk, UploadProgress, UploadTicket } from '../../ports/upload-desk.ts';
import { ask } from './aws-failure.ts';

const UPLOAD_ID = /^[a-z0-9-]{8,80}$/;
/** Long enough for a part over a bad line; an upload that is begun again gets fresh addresses. */
const ADDRESS_VALID_S = 3_600;
/** Signed with the address: a browser that sends another type, or no type, is refused. */
const PART_TYPE = 'application/octet-stream';
const CHECKSUM = 'x-amz-checksum-sha256';

interface Kept extends UploadTicket {
  readonly partBytes: number;
}

/** Parts are objects of their own: S3's own multipart takes none under five megabytes, too many for a rural line. */
export class S3UploadDesk implements UploadDesk {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #store: ObjectStore;
  readonly #partBytes: number;

  /** `store` keeps keys under `uploads/` in `bucket`. */
  constructor(client: S3Client, bucket: string, store: ObjectStore, partBytes: number) {
    this.#client = client;
    this.#bucket = bucket;
    this.#store = store;
    this.#partBytes = partBytes;
  }

  async begin(ticket: UploadTicket): Promise<UploadProgress> {
    const known = await this.#read(ticket.uploadId);
    const kept: Kept = known ?? { ...ticket, partBytes: this.#partBytes };
    if (!known) await this.#store.put(keyOf(ticket.uploadId, 'ticket.json'), encode(kept));
    const { partBytes, uploadId } = kept;
    const partCount = countParts(kept);
    const all = Array.from({ length: partCount }, (_, index) => index + 1);
    if ((await this.#store.size(keyOf(uploadId, 'done'))) !== null)
      return { partBytes, partCount, received: all };
    const received = await this.#receivedOf(kept);
    const missing = all.filter((number) => !received.includes(number));
    const hashes = ticket.partHashes ?? [];
    const parts = await Promise.all(
      missing.map((number) => this.#addressOf(kept, number, hashes[number - 1])),
    );
    return { partBytes, partCount, received, parts };
  }

  async ticket(uploadId: string): Promise<UploadTicket | null> {
    const kept = await this.#read(uploadId);
    if (!kept) return null;
    const { partBytes: _partBytes, ...ticket } = kept;
    return ticket;
  }

  /** For who cannot reach S3 itself. */
  async takePart(uploadId: string, number: number, bytes: Uint8Array, sha256: string): Promise<void> {
    const kept = await this.#require(uploadId);
    const isPart = Number.isInteger(number) && number >= 1 && number <= countParts(kept);
    if (!isPart || bytes.length !== lengthOf(kept, number) || hashOf([bytes]) !== sha256)
      throw new DigitizationError('upload-part-damaged', { number, bytes: bytes.length });
    await this.#store.put(keyOf(uploadId, String(number)), bytes);
  }

  async finish(uploadId: string): Promise<void> {
    const kept = await this.#require(uploadId);
    if ((await this.#store.size(keyOf(uploadId, 'done'))) !== null) return;
    const partCount = countParts(kept);
    const received = await this.#receivedOf(kept);
    if (received.length < partCount)
      throw new DigitizationError('upload-incomplete', { received: received.length, parts: partCount });
    const parts: Uint8Array[] = [];
    for (const number of received) parts.push(await this.#store.get(keyOf(uploadId, String(number))));
    const isWhole = hashOf(parts) === kept.sha256;
    if (isWhole) {
      await this.#store.putOnce(kept.objectKey, Buffer.concat(parts));
      await this.#store.put(keyOf(uploadId, 'done'), new Uint8Array());
    }
    for (const number of received) await this.#store.remove(keyOf(uploadId, String(number)));
    if (!isWhole) throw new DigitizationError('upload-damaged');
  }

  /** A part of another length was cut short under a store that does not hold to what was signed: it is still missing. */
  async #receivedOf(kept: Kept): Promise<number[]> {
    const Prefix = keyOf(kept.uploadId, '');
    const numbers: number[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await ask(
        's3',
        this.#client.send(
          new ListObjectsV2Command({
            Bucket: this.#bucket,
            Prefix,
            ...(ContinuationToken === undefined ? {} : { ContinuationToken }),
          }),
        ),
      );
      for (const { Key = '', Size } of page.Contents ?? []) {
        const name = Key.slice(Prefix.length);
        if (/^\d+$/.test(name) && Size === lengthOf(kept, Number(name))) numbers.push(Number(name));
      }
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    return numbers.sort((a, b) => a - b);
  }

  /** Type and length are signed; so is the content, where the hash of the part is known. */
  async #addressOf(kept: Kept, number: number, partHash?: string): Promise<PartAddress> {
    const sha256 = countParts(kept) === 1 ? kept.sha256 : partHash;
    const checksum = sha256 && Buffer.from(sha256, 'hex').toString('base64');
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: keyOf(kept.uploadId, String(number)),
      ContentType: PART_TYPE,
      ContentLength: lengthOf(kept, number),
      ...(checksum ? { ChecksumSHA256: checksum } : {}),
    });
    const url = await getSignedUrl(this.#client, command, {
      expiresIn: ADDRESS_VALID_S,
      signableHeaders: new Set(['host', 'content-type', 'content-length', CHECKSUM]),
      // In the address itself a checksum would be no promise of the sender's.
      unhoistableHeaders: new Set([CHECKSUM]),
    });
    const headers = { 'content-type': PART_TYPE, ...(checksum ? { [CHECKSUM]: checksum } : {}) };
    return { number, url, headers };
  }

  async #require(uploadId: string): Promise<Kept> {
    const kept = await this.#read(uploadId);
    if (!kept) throw new DigitizationError('record-missing', { uploadId });
    return kept;
  }

  async #read(uploadId: string): Promise<Kept | null> {
    if (!UPLOAD_ID.test(uploadId)) return null;
    const key = keyOf(uploadId, 'ticket.json');
    if ((await this.#store.size(key)) === null) return null;
    return JSON.parse(Buffer.from(await this.#store.get(key)).toString()) as Kept;
  }
}

function keyOf(uploadId: string, name: string): string {
  return `uploads/${uploadId}/${name}`;
}

function countParts({ bytes, partBytes }: Kept): number {
  return Math.max(1, Math.ceil(bytes / partBytes));
}

function lengthOf(kept: Kept, number: number): number {
  return number === countParts(kept) ? kept.bytes - (number - 1) * kept.partBytes : kept.partBytes;
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function hashOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
