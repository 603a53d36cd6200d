/** What a desk that watches hears of the journal, and what it costs to hear. */
import { expect, it } from 'vitest';
import type { PublishedEvent } from '../../events/envelope.ts';
import { DynamoDbEventJournal } from '../../shared/adapters/aws/dynamodb-event-journal.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { RecordBodies } from '../../shared/adapters/aws/record-bodies.ts';
import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { createStack, dynamo, withAll } from './peers.ts';

function eventOf(number: number): PublishedEvent {
  return {
    eventId: `page-recognized.p-${number}`,
    eventType: 'page-recognized',
    eventVersion: 1,
    occurredAt: '2026-01-05T02:00:00.000Z',
    provinceCode: '96',
    unitCode: 'H12',
    dossierCode: null,
    causeId: null,
    data: { pageId: `p-${number}` },
  };
}

async function openJournal() {
  const { ref: tableName } = await createStack().make('AWS::DynamoDB::Table', /^Records/);
  const table = new DynamoTable(dynamo!, tableName);
  const read: number[] = [];
  const getAll = table.getAll.bind(table);
  table.getAll = (places) => {
    read.push(places.length);
    return getAll(places);
  };
  const bodies = new RecordBodies(new FolderObjectStore(await makeTemporaryFolder()));
  const bus = { publish: async (events: readonly PublishedEvent[]) => events.map(({ eventId }) => eventId) };
  return { journal: new DynamoDbEventJournal(table, bodies, bus), read };
}

withAll('the journal of events in DynamoDB', () => {
  it('tells what came after a mark, oldest first, and reads nothing else', async () => {
    const { journal, read } = await openJournal();
    for (let number = 1; number <= 30; number++) await journal.publish([eventOf(number)]);
    const all = await journal.journalAfter(0, 200);
    expect(all.map(({ event }) => event.data.pageId)).toEqual(
      Array.from({ length: 30 }, (_, index) => `p-${index + 1}`),
    );
    read.length = 0;
    const later = await journal.journalAfter(all[24]!.position, 200);
    expect(later.map(({ event }) => event.data.pageId)).toEqual(['p-26', 'p-27', 'p-28', 'p-29', 'p-30']);
    expect(read.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(await journal.journalAfter(all[29]!.position, 200)).toEqual([]);
    expect((await journal.journalAfter(all[9]!.position, 3)).map(({ event }) => event.data.pageId)).toEqual([
      'p-11',
      'p-12',
      'p-13',
    ]);
    expect(await journal.journalEnd()).toBe(all[29]!.position);
  });
});
