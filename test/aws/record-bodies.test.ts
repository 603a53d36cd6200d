/** Bodies of large records beside the table: what no item names goes, what a write may still name stays. */
import { ListObjectVersionsCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { DynamoDbDossierRepository } from '../../shared/adapters/aws/dynamodb-dossier-repository.ts';
import { DynamoDbEventJournal } from '../../shared/adapters/aws/dynamodb-event-journal.ts';
import { DynamoDbOutbox } from '../../shared/adapters/aws/dynamodb-outbox.ts';
import { DynamoDbSearchIndex } from '../../shared/adapters/aws/dynamodb-search-index.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { RecordBodies } from '../../shared/adapters/aws/record-bodies.ts';
import { RecordBodySweep } from '../../shared/adapters/aws/record-body-sweep.ts';
import { S3ObjectInventory } from '../../shared/adapters/aws/s3-object-inventory.ts';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import type { Dossier } from '../../shared/domain/dossier.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { entry } from '../contract/search-index.contract.ts';
import { sampleDossier, sampleMessage } from '../support/sample-records.ts';
import { createStack, dynamo, s3, withAll } from './peers.ts';

const HOUR_MS = 3_600_000;
const LONG = 'chữ '.repeat(12_000);
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

async function openRecords() {
  const stack = createStack();
  const { ref: tableName } = await stack.make('AWS::DynamoDB::Table', /^Records/);
  const { ref: bucket } = await stack.make('AWS::S3::Bucket', /^Objects/);
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await s3!.send(new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration }));
  const buckets = { originals: bucket, quarantine: bucket, objects: bucket };
  const table = new DynamoTable(dynamo!, tableName);
  const store = new S3ObjectStore(s3!, buckets);
  const bodies = new RecordBodies(store);
  const inventory = new S3ObjectInventory(s3!, buckets);
  const keys = async () => {
    const found: string[] = [];
    for await (const { key } of inventory.list('records/')) found.push(key);
    return found;
  };
  const versionCount = async () => {
    const { Versions = [] } = await s3!.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    return Versions.length;
  };
  return {
    table,
    store,
    bodies,
    inventory,
    keys,
    versionCount,
    repository: new DynamoDbDossierRepository(table, bodies),
    outbox: new DynamoDbOutbox(table, bodies),
    sweep: new RecordBodySweep(table, store, inventory),
  };
}

/** A dossier whose record is too long for its item. */
function longDossier(changes: Partial<Dossier> = {}): Dossier {
  return sampleDossier('H12.09-260102-0001', { basis: LONG, ...changes });
}

withAll('bodies of large records', () => {
  it('go once no item names them: older versions, delivered messages, writes that failed', async () => {
    const { repository, outbox, keys, sweep, store, versionCount } = await openRecords();
    const message = { ...sampleMessage('m-1'), body: { text: LONG } };
    await repository.commit([longDossier()], [message]);
    const first = (await repository.dossier(longDossier().dossierId))!;
    await repository.commit([first], []);
    await expect(repository.commit([first], [])).rejects.toMatchObject({ code: 'record-conflict' });
    await store.put('records/of-a-later-release/x/1.json', new Uint8Array(1));
    expect(await sweep.sweep(inHours(7), { dryRun: true })).toBe(2);
    expect(await keys()).toHaveLength(5);
    expect(await sweep.sweep(inHours(7))).toBe(2);
    await outbox.markDelivered([message.id]);
    expect(await sweep.sweep(inHours(7))).toBe(1);
    expect((await keys()).map((key) => key.split('/')[1]).sort()).toEqual(['dossier', 'of-a-later-release']);
    expect(await repository.dossier(first.dossierId)).toMatchObject({ version: 2, basis: LONG });
    // What a recovered table would name lies hidden for the bucket's days.
    expect(await versionCount()).toBe(5);
  });

  it('stay while they are named, whatever they are about', async () => {
    const { repository, table, bodies, keys, sweep } = await openRecords();
    const bus = {
      publish: async (events: readonly { eventId: string }[]) => events.map((one) => one.eventId),
    };
    const journal = new DynamoDbEventJournal(table, bodies, bus);
    const index = new DynamoDbSearchIndex(table, bodies);
    const event = {
      eventId: 'dossier-digitized.x',
      eventType: 'dossier-digitized',
      eventVersion: 1,
      occurredAt: '2026-01-05T02:00:00.000Z',
      provinceCode: '96',
      unitCode: 'H12',
      dossierCode: 'hồ sơ/1',
      causeId: null,
      data: { text: LONG },
    };
    await journal.publish([event, { ...event, eventId: 'page-recognized.y', dossierCode: null }]);
    await index.put(entry('H12.09-260102-0001', { version: 1, text: LONG }));
    await repository.commit([longDossier()], [{ ...sampleMessage('m-1'), body: { text: LONG } }]);
    expect(await keys()).toHaveLength(5);
    expect(await sweep.sweep(inHours(1_000))).toBe(0);
  });

  it('stay while the write that made them may be under way', async () => {
    const { bodies, keys, sweep } = await openRecords();
    await bodies.pack('dossier/H12.09-260102-0001', longDossier());
    expect(await sweep.sweep(inHours(5))).toBe(0);
    expect(await keys()).toHaveLength(1);
    expect(await sweep.sweep(inHours(7))).toBe(1);
  });

  it('are not shared: what failed long ago is swept while the same is written again', async () => {
    const { table, store, bodies, inventory, repository } = await openRecords();
    const dossier = longDossier();
    await bodies.pack(`dossier/${dossier.dossierId}`, { ...dossier, version: 1 });
    const looked = Object.create(table) as DynamoTable;
    looked.getAll = async (places) => {
      const items = await table.getAll(places);
      await repository.commit([dossier], []);
      return items;
    };
    expect(await new RecordBodySweep(looked, store, inventory).sweep(inHours(7))).toBe(1);
    expect(await repository.dossier(dossier.dossierId)).toMatchObject({ basis: LONG });
  });

  it('go where they can, and what could not go is told of', async () => {
    const { bodies, keys, table, store, inventory } = await openRecords();
    for (const id of ['d-1', 'd-2', 'd-3']) await bodies.pack(`dossier/${id}`, longDossier());
    const held = Object.create(store) as S3ObjectStore;
    held.hide = async (key) => {
      if (key.includes('d-1')) throw new DigitizationError('service-unavailable');
      await store.hide(key);
    };
    const sweep = new RecordBodySweep(table, held, inventory);
    await expect(sweep.sweep(inHours(7))).rejects.toMatchObject({ code: 'service-unavailable' });
    expect(await keys()).toEqual([expect.stringContaining('d-1')]);
  });

  it('of a dossier with a secret paper leave no hidden version', async () => {
    const { repository, sweep, versionCount } = await openRecords();
    await repository.commit([longDossier()], []);
    const known = (await repository.dossier(longDossier().dossierId))!;
    const paper = { paperId: 'p-1', pageIds: [], fields: [], skip: 'state-secret' };
    await repository.commit([{ ...known, papers: [paper] } as unknown as Dossier], []);
    expect(await sweep.sweep(inHours(7))).toBe(1);
    expect(await versionCount()).toBe(1);
  });

  it('may go between an item and its body: then the record is read as it is now', async () => {
    const { table, bodies, repository, sweep } = await openRecords();
    await repository.commit([longDossier()], []);
    const stale = await table.get({ pk: `dossier#${longDossier().dossierId}`, sk: 'dossier' });
    const first = (await repository.dossier(longDossier().dossierId))!;
    await repository.commit([{ ...first, state: 'withdrawn' } as Dossier], []);
    await sweep.sweep(inHours(7));
    const slow = Object.create(table) as DynamoTable;
    let looks = 0;
    slow.get = async (place) => (looks++ === 0 ? stale : table.get(place));
    const reader = new DynamoDbDossierRepository(slow, bodies);
    expect(await reader.dossier(first.dossierId)).toMatchObject({ state: 'withdrawn' });
  });
});
