/** Objects as files under one folder, whole or absent whatever dies; several processes may share the folder. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { assertObjectKey, type ObjectPart, type ObjectStore } from '../../ports/object-store.ts';
import { syncFolders, writeDurably } from './durable-file.ts';
import { nameStorageFailure } from './storage-failure.ts';

/** No key starts with a dot. One folder on the same file system, so that the sweep need not walk the whole store. */
const INCOMING = '.incoming';

/** No write takes this long: what is older was left by a killed process. */
const ABANDONED_AFTER_MS = 3_600_000;

/** A key cannot also be the folder of another: `a` and `a/b` exclude each other. */
export class FolderObjectStore implements ObjectStore {
  readonly #root: string;
  readonly #incoming: string;

  constructor(root: string) {
    this.#root = resolve(root);
    this.#incoming = join(this.#root, INCOMING);
    mkdirSync(this.#incoming, { recursive: true });
    sweepAbandoned(this.#incoming);
  }

  async putOnce(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(key);
    if (!(await this.#keeps(path, key, bytes))) {
      await this.#place(path, bytes, async (incoming) => {
        try {
          // link(2) is the one atomic "create whole or fail"; a rename would replace.
          await link(incoming, path);
        } catch (error) {
          if (!hasCode(error, 'EEXIST') || !(await this.#keeps(path, key, bytes))) throw error;
        }
      });
    }
    await syncFolders(dirname(path), this.#root);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(key);
    await this.#place(path, bytes, (incoming) => rename(incoming, path));
    await syncFolders(dirname(path), this.#root);
  }

  async get(key: string, part?: ObjectPart): Promise<Uint8Array> {
    const path = this.#pathOf(key);
    try {
      return await (part ? readPart(path, part) : readFile(path));
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR'))
        throw new DigitizationError('object-missing', { key });
      throw error;
    }
  }

  async size(key: string): Promise<number | null> {
    try {
      const found = await stat(this.#pathOf(key));
      return found.isFile() ? found.size : null;
    } catch (error) {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    const path = this.#pathOf(key);
    try {
      await rm(path);
      await syncFolders(dirname(path), this.#root);
    } catch (error) {
      if (!hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_FS_EISDIR')) throw error;
    }
  }

  #pathOf(key: string): string {
    assertObjectKey(key);
    return join(this.#root, key);
  }

  /** Whether these very bytes are there; `object-exists` when others are. */
  async #keeps(path: string, key: string, bytes: Uint8Array): Promise<boolean> {
    const size = await this.size(key);
    if (size === null) return false;
    if (size !== bytes.length || !(await readFile(path)).equals(bytes)) {
      throw new DigitizationError('object-exists', { key });
    }
    return true;
  }

  async #place(path: string, bytes: Uint8Array, show: (incoming: string) => Promise<void>): Promise<void> {
    const incoming = join(this.#incoming, randomUUID());
    try {
      await writeDurably(incoming, bytes);
      await mkdir(dirname(path), { recursive: true });
      await show(incoming);
    } catch (error) {
      throw nameStorageFailure(error);
    } finally {
      await rm(incoming, { force: true });
    }
  }
}

async function readPart(path: string, { from, to }: ObjectPart): Promise<Uint8Array> {
  await using file = await open(path);
  const bytes = new Uint8Array(to - from + 1);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
  return bytes.subarray(0, bytesRead);
}

function sweepAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS) rmSync(path, { force: true });
  }
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
