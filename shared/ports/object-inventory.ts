/** What the object store holds, for the few who compare it with the record; no step has it. */

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** When its last byte came in, by the store's own clock. */
  readonly storedAt: Date;
}

export interface ObjectInventory {
  /** Every object whose key begins with `prefix` (a folder with its slash), in no particular order. */
  list(prefix: string): AsyncIterable<StoredObject>;
}
