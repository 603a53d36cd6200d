/** Objects in S3 or what speaks its protocol: originals under lock in a bucket of their own, all else by key prefix. */
import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { assertObjectKey, type ObjectPart, type ObjectStore } from '../../ports/object-store.ts';
import { ask, awsErrorCode, explainAwsFailure } from './aws-failure.ts';
import { type Buckets, bucketOf } from './s3-buckets.ts';

const SERVICE = 's3';

/** Writers that meet in the same moment are told to come again; one of them has won by then. */
const RACE_TRIES = 5;

/**
 * An `endpoint` of the configuration or of AWS_ENDPOINT_URL_S3 is taken for another maker's store: such stores know
 * buckets by path, and not the checksums that newer clients add unasked.
 */
export function createS3Client(config: S3ClientConfig = {}): S3Client {
  return new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    forcePathStyle: config.endpoint !== undefined || isForeignEndpointSet(),
    ...config,
  });
}

function isForeignEndpointSet(): boolean {
  return Boolean(process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL);
}

export class S3ObjectStore implements ObjectStore {
  readonly #client: S3Client;
  readonly #buckets: Buckets;
  readonly #isForeign: boolean;

  constructor(client: S3Client, buckets: Buckets) {
    this.#client = client;
    this.#buckets = buckets;
    this.#isForeign = client.config.isCustomEndpoint === true || isForeignEndpointSet();
  }

  async putOnce(key: string, bytes: Uint8Array): Promise<void> {
    const upload = new PutObjectCommand({ ...this.#upload(key, bytes), IfNoneMatch: '*' });
    for (let tries = 1; ; tries++) {
      try {
        const { VersionId: version } = await this.#client.send(upload);
        if (!this.#isForeign || version === undefined || (await this.#isFirst(key, version))) return;
        await this.#removeVersion(key, version);
      } catch (error) {
        if (!isTaken(error)) throw explainAwsFailure(SERVICE, error);
      }
      if (await this.#keeps(key, bytes)) return;
      if (tries === RACE_TRIES) throw new DigitizationError('service-unavailable', { service: SERVICE, key });
    }
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await ask(SERVICE, this.#client.send(new PutObjectCommand(this.#upload(key, bytes))));
  }

  async get(key: string, part?: ObjectPart): Promise<Uint8Array> {
    const bytes = await this.#find(key, part);
    if (!bytes) throw new DigitizationError('object-missing', { key });
    return bytes;
  }

  async size(key: string): Promise<number | null> {
    const place = this.#place(key);
    try {
      const head = await this.#client.send(new HeadObjectCommand(place));
      return head.ContentLength ?? 0;
    } catch (error) {
      if (isMissing(error)) return null;
      throw explainAwsFailure(SERVICE, error);
    }
  }

  /** Every version: a delete marker alone would keep the bytes. */
  async remove(key: string): Promise<void> {
    assertObjectKey(key);
    for (const version of await this.#versionsOf(key)) await this.#removeVersion(key, version);
  }

  /** Out of every reader's sight; where the bucket keeps versions, its lifecycle lets go of the bytes days later. */
  async hide(key: string): Promise<void> {
    await ask(SERVICE, this.#client.send(new DeleteObjectCommand(this.#place(key))));
  }

  #place(key: string): { Bucket: string; Key: string } {
    assertObjectKey(key);
    return { Bucket: bucketOf(this.#buckets, key), Key: key };
  }

  /** A bucket under lock takes nothing without a checksum; MD5 is the one that every maker's store checks. */
  #upload(key: string, bytes: Uint8Array) {
    const ContentMD5 = createHash('md5').update(bytes).digest('base64');
    return { ...this.#place(key), Body: bytes, ContentLength: bytes.length, ContentMD5 };
  }

  /**
   * A governance lock gives way to who may pass it. Only a lock is asked to: S3 refuses the mere header to whoever may
   * not, and retention removes what no lock holds any more.
   */
  async #removeVersion(key: string, VersionId: string): Promise<void> {
    const version = { ...this.#place(key), VersionId };
    try {
      await this.#client.send(new DeleteObjectCommand(version));
    } catch (error) {
      const isLocked = version.Bucket === this.#buckets.originals && awsErrorCode(error) === 'AccessDenied';
      if (!isLocked) throw explainAwsFailure(SERVICE, error);
      const pass = new DeleteObjectCommand({ ...version, BypassGovernanceRetention: true });
      await ask(SERVICE, this.#client.send(pass));
    }
  }

  /**
   * Ceph asks a versioned bucket's condition of the new version, which never exists yet: there the first version wins
   * and whoever finds an older one than its own takes its own back.
   */
  async #isFirst(key: string, version: string): Promise<boolean> {
    return (await this.#versionsOf(key)).at(-1) === version;
  }

  /** Whether these very bytes are there; `object-exists` when others are. */
  async #keeps(key: string, bytes: Uint8Array): Promise<boolean> {
    const size = await this.size(key);
    if (size === null) return false;
    const isSame = size === bytes.length && Buffer.from((await this.#find(key)) ?? []).equals(bytes);
    if (!isSame) throw new DigitizationError('object-exists', { key });
    return true;
  }

  async #find(key: string, part?: ObjectPart): Promise<Uint8Array | null> {
    const place = { ...this.#place(key), ...(part ? { Range: `bytes=${part.from}-${part.to}` } : {}) };
    try {
      const { Body } = await this.#client.send(new GetObjectCommand(place));
      return Body ? await Body.transformToByteArray() : new Uint8Array();
    } catch (error) {
      if (isMissing(error)) return null;
      throw explainAwsFailure(SERVICE, error);
    }
  }

  /** Newest first; with what marks it as deleted. */
  async #versionsOf(key: string): Promise<string[]> {
    const { Bucket } = this.#place(key);
    const { Versions = [], DeleteMarkers = [] } = await ask(
      SERVICE,
      this.#client.send(new ListObjectVersionsCommand({ Bucket, Prefix: key })),
    );
    return [...Versions, ...DeleteMarkers].flatMap((version) =>
      version.Key === key && version.VersionId !== undefined ? [version.VersionId] : [],
    );
  }
}

/** 412 when the object stands, 409 while somebody else is writing it. */
function isTaken(error: unknown): boolean {
  return ['PreconditionFailed', 'ConditionalRequestConflict', 'ConcurrentModification'].includes(
    awsErrorCode(error),
  );
}

/** A HEAD has no body, so no code: only `NotFound`. */
function isMissing(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes(awsErrorCode(error));
}
