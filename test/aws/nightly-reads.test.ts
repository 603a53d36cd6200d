/** What a night of retention reads of a table that has grown for years: what may be due, and nothing else. */
import { expect, it } from 'vitest';
import { DynamoDbDossierRepository } from '../../shared/adapters/aws/dynamodb-dossier-repository.ts';
import { DynamoTable } from '../../shared/adapters/aws/dynamodb-table.ts';
import { RecordBodies } from '../../shared/adapters/aws/record-bodies.ts';
import type { DossierFile } from '../../shared/domain/dossier.ts';
import { applyRetention } from '../../shared/pipeline/retention.ts';
import { sampleBatch, sampleDossier } from '../support/sample-records.ts';
import { openTestOffice } from '../support/test-office.ts';
import { createStack, dynamo, withMoto } from './peers.ts';

const DAY_MS = 86_400_000;
const FILE = { state: 'assembled', objectKey: 'files/d/f.pdf', paperIds: [] } as unknown as DossierFile;

async function openGrownOffice() {
  const { ref: tableName } = await createStack().make('AWS::DynamoDB::Table', /^Records/);
  const table = new DynamoTable(dynamo!, tableName);
  const known = await openTestOffice();
  const repository = new DynamoDbDossierRepository(table, new RecordBodies(known.store));
  const office = { ...known, repository };
  const daysAgo = (days: number) => new Date(known.clock.now().getTime() - days * DAY_MS).toISOString();
  const records = Array.from({ length: 40 }, (_, index) => {
    const gone = { state: 'settled', closings: 1, rawGone: true, rawRemovedAt: daysAgo(300) } as const;
    return [
      sampleBatch(`gone-${index}`, { openedAt: daysAgo(400), ...gone }),
      sampleBatch(`young-${index}`, { openedAt: daysAgo(10), state: 'settled' }),
      sampleDossier(`gone-${index}`, {
        createdAt: daysAgo(900),
        files: [{ ...FILE, removedAt: daysAgo(100) }],
      }),
      sampleDossier(`young-${index}`, { createdAt: daysAgo(10), files: [FILE] }),
    ];
  });
  for (const some of records) await repository.commit(some, []);
  const stuck = [
    sampleBatch('stuck', { openedAt: daysAgo(200) }),
    sampleDossier('stuck', { createdAt: daysAgo(600), files: [FILE] }),
  ];
  await repository.commit(stuck, []);
  let read = 0;
  dynamo!.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next(args);
        const { Items, Responses, Item } = result.output as {
          Items?: unknown[];
          Responses?: Record<string, unknown[]>;
          Item?: unknown;
        };
        if (
          ['QueryCommand', 'BatchGetItemCommand', 'GetItemCommand', 'BatchGetCommand', 'GetCommand'].includes(
            commandName ?? '',
          )
        )
          read += (Items?.length ?? 0) + Object.values(Responses ?? {}).flat().length + (Item ? 1 : 0);
        return result;
      },
    { step: 'initialize', name: 'countReads', override: true },
  );
  const readBy = async (settings: { rawScanDays: number; finalDays: number }) => {
    read = 0;
    const report = await applyRetention({ ...office, settings: { ...office.settings, ...settings } });
    return { read, report };
  };
  return { readBy };
}

withMoto('retention over DynamoDB', () => {
  it('reads what is old enough and still there, of however many records', async () => {
    const { readBy } = await openGrownOffice();
    const { read, report } = await readBy({ rawScanDays: 90, finalDays: 365 });
    // Key and record of one batch and of one dossier.
    expect(read).toBe(4);
    expect(report.batches).toEqual({ 'batch-not-settled': 1 });
    expect((await readBy({ rawScanDays: 0, finalDays: 0 })).read).toBe(0);
  });
});
