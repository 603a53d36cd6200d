/** Lets go of bodies in the object store that no item names: of older versions, of delivered messages, of failed writes. */
import type { Dossier } from '../../domain/dossier.ts';
import type { Page } from '../../domain/page.ts';
import type { ObjectInventory } from '../../ports/object-inventory.ts';
import type { RecordLeftovers } from '../../ports/record-leftovers.ts';
import { placeOfBody } from './dynamodb-items.ts';
import type { DynamoTable, Item } from './dynamodb-table.ts';
import { RECORD_BODIES, RecordBodies } from './record-bodies.ts';
import type { S3ObjectStore } from './s3-object-store.ts';

/** No write takes so long from its body to its item: a function has fifteen minutes, a person's machine may sleep. */
const GRACE_MS = 6 * 3_600_000;
const KEYS_PER_LOOK = 100;

export class RecordBodySweep implements RecordLeftovers {
  readonly #table: DynamoTable;
  readonly #store: S3ObjectStore;
  readonly #inventory: ObjectInventory;
  readonly #bodies: RecordBodies;

  constructor(table: DynamoTable, store: S3ObjectStore, inventory: ObjectInventory) {
    this.#table = table;
    this.#store = store;
    this.#inventory = inventory;
    this.#bodies = new RecordBodies(store);
  }

  /**
   * A key says which item may name it, so that no night reads the whole table.
   * @throws the first failure, after everything else was let go
   */
  async sweep(now: Date, { dryRun = false } = {}): Promise<number> {
    let removed = 0;
    const failures: unknown[] = [];
    let keys: string[] = [];
    const look = async () => {
      const unnamed = await this.#findUnnamed(keys);
      keys = [];
      removed += unnamed.length;
      for (const { key, item } of dryRun ? [] : unnamed)
        await this.#remove(key, item).catch((error) => void failures.push(error));
    };
    for await (const { key, storedAt } of this.#inventory.list(RECORD_BODIES)) {
      if (now.getTime() - storedAt.getTime() < GRACE_MS) continue;
      keys.push(key);
      if (keys.length === KEYS_PER_LOOK) await look();
    }
    await look();
    if (failures.length > 0) throw failures[0];
    return removed;
  }

  async #findUnnamed(keys: readonly string[]): Promise<{ key: string; item: Item | undefined }[]> {
    const places = new Map(keys.map((key) => [folderOf(key), placeOfBody(folderOf(key))]));
    const known = [...places.values()].filter((place) => place !== null);
    const items = new Map((await this.#table.getAll(known)).map((item) => [`${item.pk} ${item.sk}`, item]));
    return keys.flatMap((key) => {
      const place = places.get(folderOf(key));
      // What is not understood stays: a later release may have put it there.
      if (!place) return [];
      const item = items.get(`${place.pk} ${place.sk}`);
      return item?.bodyKey === key ? [] : [{ key, item }];
    });
  }

  /** Hidden versions serve a table that is recovered as of an earlier day; what was secret serves nobody. */
  async #remove(key: string, item: Item | undefined): Promise<void> {
    if (item && (await this.#isAboutSecret(item))) await this.#store.remove(key);
    else await this.#store.hide(key);
  }

  async #isAboutSecret(item: Item): Promise<boolean> {
    if (item.sk === 'dossier') {
      const { papers } = await this.#bodies.unpack<Dossier>(item);
      return papers.some(({ skip }) => skip === 'state-secret');
    }
    return String(item.sk).startsWith('page#') && (await this.#bodies.unpack<Page>(item)).secret === true;
  }
}

function folderOf(key: string): string {
  return key.slice(RECORD_BODIES.length, key.lastIndexOf('/'));
}
