/** What a record says, in its item while it is small; a large one lies in the object store and the item points there. */
import { randomUUID } from 'node:crypto';
import type { ObjectStore } from '../../ports/object-store.ts';

/** A hundred of them fit into one transaction (4 MB), one of them ever into an item (400 kB). */
const MAX_INLINE_BYTES = 32_000;

export const RECORD_BODIES = 'records/';

export type PackedBody = { readonly body: string } | { readonly bodyKey: string };

export class RecordBodies {
  readonly #store: ObjectStore;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /**
   * `folder` is where `placeOfBody` finds the record. Each write has a body of its own, even of the same content: one
   * that no item names when its write is over will never be named, and can be swept.
   */
  async pack(folder: string, value: unknown): Promise<PackedBody> {
    const body = JSON.stringify(value);
    const bytes = Buffer.from(body);
    if (bytes.length <= MAX_INLINE_BYTES) return { body };
    const bodyKey = `${RECORD_BODIES}${folder}/${randomUUID()}.json`;
    await this.#store.put(bodyKey, bytes);
    return { bodyKey };
  }

  async unpack<Value>(item: Record<string, unknown>): Promise<Value> {
    if (typeof item.body === 'string') return JSON.parse(item.body) as Value;
    const bytes = await this.#store.get(String(item.bodyKey));
    return JSON.parse(Buffer.from(bytes).toString()) as Value;
  }

  /** For what must not be kept once the item says something else; who read the item a moment ago finds no body. */
  async forget(item: Record<string, unknown>): Promise<void> {
    if (typeof item.bodyKey === 'string') await this.#store.remove(item.bodyKey);
  }
}
