/** Which bucket keeps a key: what must not change, what must be erasable, and everything else. */

export interface Buckets {
  /** Versioned, under object lock: files as they were delivered. */
  readonly originals: string;
  /** Without lock: papers that may not lie with the others. */
  readonly quarantine: string;
  readonly objects: string;
}

export function bucketOf(buckets: Buckets, key: string): string {
  if (key.startsWith('originals/')) return buckets.originals;
  if (key.startsWith('quarantine/')) return buckets.quarantine;
  return buckets.objects;
}
