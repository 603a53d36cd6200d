/** Bytes by key. Keys are ASCII ids joined by slashes; they hold no personal data. */
export interface ObjectStore {
  /** Write-once: durable when it returns; the same bytes again are no error, other bytes are `object-exists`. */
  putOnce(key: string, bytes: Uint8Array): Promise<void>;
  /** Durable when it returns; replaces what was there. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** `object-missing` when there is none. */
  get(key: string): Promise<Uint8Array>;
  /** Length in bytes, or null when there is none. */
  size(key: string): Promise<number | null>;
}
