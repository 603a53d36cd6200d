import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderObjectStore } from '../../../../shared/adapters/local/folder-object-store.ts';
import { answerOf, forkModule } from '../../../support/fork-module.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

describe('FolderObjectStore', () => {
  it('lets exactly one of several processes win each key, with its bytes whole', async () => {
    const folder = await makeTemporaryFolder();
    const children = ['1', '2', '3'].map((writer) =>
      forkModule('put-once-process.ts', [folder, writer, '40']),
    );
    const won = (await Promise.all(children.map(answerOf))) as string[][];
    const keys = Array.from({ length: 40 }, (_, index) => `race/${index}`);
    expect(won.flat().sort()).toEqual([...keys].sort());
    const store = new FolderObjectStore(folder);
    for (const [index, keysWon] of won.entries()) {
      for (const key of keysWon) expect(await store.get(key)).toEqual(Buffer.alloc(50_000, index + 1));
    }
  });

  it('leaves nothing beside the objects, refused writes included', async () => {
    const folder = await makeTemporaryFolder();
    const store = new FolderObjectStore(folder);
    await store.putOnce('a/b', Buffer.from('1'));
    await store.put('a/c', Buffer.from('1'));
    await expect(store.putOnce('a/b', Buffer.from('2'))).rejects.toMatchObject({ code: 'object-exists' });
    await expect(store.put('a', Buffer.from('2'))).rejects.toThrow();
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(['.incoming', 'a', 'a/b', 'a/c']);
  });

  it('sweeps what a killed process left long ago, and nothing of a living one', async () => {
    const folder = await makeTemporaryFolder();
    new FolderObjectStore(folder);
    const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000);
    await writeFile(join(folder, '.incoming', 'abandoned'), 'half');
    await utimes(join(folder, '.incoming', 'abandoned'), twoHoursAgo, twoHoursAgo);
    await writeFile(join(folder, '.incoming', 'under-way'), 'half');
    new FolderObjectStore(folder);
    expect(await readdir(join(folder, '.incoming'))).toEqual(['under-way']);
  });

  it.each(['putOnce', 'put'] as const)(
    'does not say that %s kept an object where a folder is',
    async (put) => {
      const store = new FolderObjectStore(await makeTemporaryFolder());
      await store.put('a/b', Buffer.from('1'));
      await expect(store[put]('a', Buffer.from('2'))).rejects.toThrow();
      await expect(store[put]('a/b/c', Buffer.from('2'))).rejects.toThrow();
      expect(Buffer.from(await store.get('a/b')).toString()).toBe('1');
    },
  );
});
