export interface ObjectPart {
  readonly from: number;
  readonly to: number;
}

/** Bytes by key. Keys are ASCII ids joined by slashes; they hold no personal data. */
export interface ObjectStore {
  /** Write-once: durable when it returns; the same bytes again are no error, other bytes are `object-exists`. */
  putOnce(key: string, bytes: Uint8Array): Promise<void>;
  /** Durable when it returns; replaces what was there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** `object-missing` when there is none. @param part only these bytes, both inclusive, which must be there */
  get(key: string, part?: ObjectPart): Promise<Uint8Array>;
  /** Length in bytes, or null when there is none. */
  size(key: string): Promise<number | null>;
  /** Gone when it returns, for good and for every reader; none there is no error. Only for what must not be kept. */
  remove(key: string): Promise<void>;
}

const SAFE_KEY = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,1023}$/;
const MAX_SEGMENT_LENGTH = 255;

/** Every store refuses the same keys, so that one store's object can be kept by any other; throws TypeError. */
export function assertObjectKey(key: string): void {
  const segments = key.split('/');
  const safe =
    SAFE_KEY.test(key) &&
    !key.includes('..') &&
    segments.every((segment) => segment !== '' && segment !== '.' && segment.length <= MAX_SEGMENT_LENGTH);
  if (!safe) throw new TypeError('not an object key');
}
