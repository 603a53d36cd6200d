/** A full disk or a share that is away ends no server: it is said, and gone on when there is room again. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Dispatcher } from '../../../../functions/standalone/dispatcher.ts';
import { ErrandDesk, errandFolder } from '../../../../functions/standalone/errand-desk.ts';
import { InboxWatcher } from '../../../../functions/standalone/watch-inbox.ts';
import { loadSettings } from '../../../../shared/config/load-settings.ts';
import type { BatchId } from '../../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../../shared/errors/digitization-error.ts';
import { openBatch } from '../../../../shared/pipeline/delivery.ts';
import type { LocalOffice } from '../../../../shared/runtime/local.ts';
import { listenForUnheard } from '../../../support/listen-for-unheard.ts';
import { sampleMessage } from '../../../support/sample-records.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { openTestOffice } from '../../../support/test-office.ts';

const PATIENCE = { timeout: 10_000, interval: 20 };

async function openOffice(changes: Partial<LocalOffice> = {}) {
  const office = await openTestOffice();
  return { ...office, jobs: 1, ...changes } as typeof office & LocalOffice;
}

const told = (office: { readonly logged: readonly string[] }, event: string) =>
  office.logged.filter((line) => line.includes(`"${event}"`)).length;

describe('storage trouble', () => {
  it('while a finished message is put down: the message comes again, the work goes on', async () => {
    const unheard = listenForUnheard();
    const office = await openOffice();
    const { queue } = office;
    let failures = 0;
    const acknowledge = queue.acknowledge.bind(queue);
    queue.acknowledge = async (name, receipt) => {
      if (failures++ === 0) throw new DigitizationError('storage-full');
      await acknowledge(name, receipt);
    };
    await openBatch(office, 'b-1' as BatchId, null);
    const settled = (id: string) => sampleMessage(id, { type: 'batch-settled', body: { batchId: 'b-1' } });
    const dispatcher = new Dispatcher(office);
    onTestFinished(() => dispatcher.stop());
    await office.repository.commit([], [settled('first')]);
    await dispatcher.start();
    await vi.waitFor(() => expect(told(office, 'dispatch-failed')).toBe(1), PATIENCE);
    await office.repository.commit([], [settled('second')]);
    await vi.waitFor(async () => {
      expect(await queue.depth('validation')).toMatchObject({ waiting: 0, inFlight: 1 });
    }, PATIENCE);
    office.clock.advance(16 * 60_000);
    await vi.waitFor(async () => expect(await dispatcher.isIdle()).toBe(true), PATIENCE);
    expect(unheard).toEqual([]);
  });

  it('while the inbox is away: said once, and its folders are taken when it is back', async () => {
    const unheard = listenForUnheard();
    const inboxFolder = join(await makeTemporaryFolder(), 'inbox');
    const office = await openOffice({ settings: loadSettings({}, { inboxFolder }) });
    const inbox = new InboxWatcher(office);
    onTestFinished(() => inbox.stop());
    await inbox.start();
    await rename(inboxFolder, `${inboxFolder}.away`);
    await vi.waitFor(() => expect(told(office, 'inbox-unreachable')).toBe(1), PATIENCE);
    const folder = join(`${inboxFolder}.away`, 'ho-so');
    await mkdir(folder);
    await writeFile(join(folder, 'a.jpg'), 'a scan');
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ files: ['a.jpg'] }));
    await rename(`${inboxFolder}.away`, inboxFolder);
    await vi.waitFor(() => expect(told(office, 'inbox-folder-taken')).toBe(1), PATIENCE);
    expect(told(office, 'inbox-back')).toBe(1);
    expect(unheard).toEqual([]);
  });

  it('while an errand is answered: it is given up, not done for ever', async () => {
    const unheard = listenForUnheard();
    const dataFolder = await makeTemporaryFolder();
    const office = await openOffice({ settings: loadSettings({}, { dataFolder }) });
    const desk = new ErrandDesk(office);
    onTestFinished(() => desk.stop());
    desk.start();
    const folder = errandFolder(dataFolder);
    await mkdir(join(folder, 'e.answered.json.part'));
    await writeFile(join(folder, 'e.asked.json'), JSON.stringify({ errand: 'dead-letters', request: {} }));
    await vi.waitFor(() => expect(told(office, 'errand-unanswered')).toBe(1), PATIENCE);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(told(office, 'errand-run')).toBe(1);
    expect(unheard).toEqual([]);
  });
});
