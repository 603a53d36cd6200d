/** What every inventory promises about the store it counts. */
import { describe, expect, it } from 'vitest';
import type { ObjectInventory, StoredObject } from '../../shared/ports/object-inventory.ts';
import type { ObjectStore } from '../../shared/ports/object-store.ts';
import { type Make, open } from './subject.ts';

export interface InventorySubject {
  readonly store: ObjectStore;
  readonly inventory: ObjectInventory;
}

async function listed({ inventory }: InventorySubject, prefix: string): Promise<StoredObject[]> {
  const found: StoredObject[] = [];
  for await (const object of inventory.list(prefix)) found.push(object);
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

export function describeObjectInventory(name: string, make: Make<InventorySubject>): void {
  describe(`object inventory: ${name}`, () => {
    it('lists what lies under a prefix, with its size, and nothing else', async () => {
      const subject = await open(make);
      await subject.store.putOnce('originals/b-1/s-1', new Uint8Array(3));
      await subject.store.putOnce('originals/b-2/s-1', new Uint8Array(5));
      await subject.store.put('pages/b-1/p-1', new Uint8Array(7));
      const inAll = await listed(subject, 'originals/');
      expect(inAll).toMatchObject([
        { key: 'originals/b-1/s-1', bytes: 3 },
        { key: 'originals/b-2/s-1', bytes: 5 },
      ]);
      for (const { storedAt } of inAll)
        expect(Math.abs(Date.now() - storedAt.getTime())).toBeLessThan(60_000);
      expect(await listed(subject, 'originals/b-2/')).toMatchObject([{ key: 'originals/b-2/s-1', bytes: 5 }]);
    });

    it('lists nothing where nothing was kept, or where it was removed', async () => {
      const subject = await open(make);
      expect(await listed(subject, 'originals/')).toEqual([]);
      await subject.store.put('originals/b-1/s-1', new Uint8Array(3));
      await subject.store.remove('originals/b-1/s-1');
      expect(await listed(subject, 'originals/')).toEqual([]);
    });

    it('lists more than one answer of a service holds', async () => {
      const subject = await open(make);
      const keys = Array.from({ length: 1_005 }, (_, index) => `pages/b/${String(index).padStart(4, '0')}`);
      for (let from = 0; from < keys.length; from += 50)
        await Promise.all(
          keys.slice(from, from + 50).map((key) => subject.store.put(key, new Uint8Array(1))),
        );
      expect((await listed(subject, 'pages/')).map(({ key }) => key)).toEqual(keys);
    });
  });
}
