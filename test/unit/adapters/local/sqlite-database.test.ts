import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SqliteDatabase } from '../../../../shared/adapters/local/sqlite-database.ts';
import { answerOf, forkModule } from '../../../support/fork-module.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const makeFile = async () => join(await makeTemporaryFolder(), 'record.sqlite');

function openCounting(path: string) {
  const database = new SqliteDatabase(path);
  onTestFinished(() => database.close().catch(() => {}));
  const insert = database.prepare('INSERT INTO delivered (id) VALUES (?)');
  const list = database.prepare('SELECT id FROM delivered ORDER BY id');
  return {
    database,
    insert: (id: string) => insert.run(id),
    ids: () => list.all().map(({ id }) => id),
  };
}

describe('SqliteDatabase', () => {
  it('takes back only the write that throws, of many in one turn', async () => {
    const { database, insert, ids } = openCounting(':memory:');
    const outcomes = await Promise.allSettled([
      database.write(() => insert('a') && 'first'),
      database.write(() => {
        insert('b');
        throw new Error('changed my mind');
      }),
      database.write(() => insert('a')),
      database.write(() => insert('c') && 'last'),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: 'first' },
      { status: 'rejected', reason: { message: 'changed my mind' } },
      { status: 'rejected', reason: { code: 'ERR_SQLITE_ERROR' } },
      { status: 'fulfilled', value: 'last' },
    ]);
    expect(ids()).toEqual(['a', 'c']);
  });

  it('lets nobody in the transaction succeed when the disk is full, and works on when there is room', async () => {
    const { database, insert, ids } = openCounting(':memory:');
    const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count);
    database.prepare(`PRAGMA max_page_count = ${pages + 10}`).get();
    const outcomes = await Promise.allSettled([
      database.write(() => insert('small')),
      database.write(() => insert('x'.repeat(1_000_000))),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'storage-full' } },
      { status: 'rejected', reason: { code: 'storage-full' } },
    ]);
    expect(ids()).toEqual([]);
    await database.write(() => insert('small'));
    expect(ids()).toEqual(['small']);
  });

  it('keeps what it wrote, pending writes at close included', async () => {
    const path = await makeFile();
    const first = openCounting(path);
    await first.database.write(() => first.insert('a'));
    const pending = first.database.write(() => first.insert('b'));
    await first.database.close();
    await pending;
    expect(openCounting(path).ids()).toEqual(['a', 'b']);
  });

  it('refuses writes after it was closed', async () => {
    const { database, insert } = openCounting(':memory:');
    await database.close();
    await expect(database.write(() => insert('a'))).rejects.toThrow();
  });

  it('belongs to one process until that dies', async () => {
    const path = await makeFile();
    const owner = forkModule('database-process.ts', [path]);
    expect(await answerOf(owner)).toBe('owned');
    expect(await answerOf(forkModule('database-process.ts', [path]))).toBe('storage-in-use');
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(openCounting(path).ids()).toEqual([]);
  });

  it('refuses a file of a newer version and leaves it as it is', async () => {
    const path = await makeFile();
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 999');
    newer.close();
    expect(() => new SqliteDatabase(path)).toThrow(expect.objectContaining({ code: 'storage-too-new' }));
    const after = new DatabaseSync(path);
    expect(after.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()).toEqual({ tables: 0 });
    after.close();
  });

  it('says that a file which is no database is damaged', async () => {
    const path = await makeFile();
    await writeFile(path, 'this is a letter, not a database. '.repeat(200));
    expect(() => new SqliteDatabase(path)).toThrow(expect.objectContaining({ code: 'storage-damaged' }));
  });
});
