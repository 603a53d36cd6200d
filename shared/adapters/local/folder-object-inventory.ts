/** The objects of a folder store, walked file by file. */
import { opendir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { ObjectInventory, StoredObject } from '../../ports/object-inventory.ts';

export class FolderObjectInventory implements ObjectInventory {
  readonly #root: string;

  constructor(root: string) {
    this.#root = resolve(root);
  }

  list(prefix: string): AsyncIterable<StoredObject> {
    return this.#walk(join(this.#root, prefix));
  }

  async *#walk(folder: string): AsyncGenerator<StoredObject> {
    // A folder that was never written to has no objects; one that went away meanwhile has none left.
    const entries = await opendir(folder).catch(() => null);
    if (!entries) return;
    for await (const entry of entries) {
      const path = join(folder, entry.name);
      // Drafts under way begin with a dot; no key does.
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) yield* this.#walk(path);
      else if (entry.isFile()) {
        const found = await stat(path).catch(() => null);
        const key = relative(this.#root, path).split(sep).join('/');
        if (found) yield { key, bytes: found.size, storedAt: found.mtime };
      }
    }
  }
}
