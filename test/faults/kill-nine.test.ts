/** Kills the real process with SIGKILL at a random moment of each step, again and again, and counts what is left. */
import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { filesToAttach } from '../../shared/domain/dossier.ts';
import type { DossierId } from '../../shared/domain/ids.ts';
import type { DossierReport } from '../../shared/pipeline/report.ts';
import { openLocalOffice } from '../../shared/runtime/local.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { drawTypedPage } from '../support/typed-page.ts';

const STEPS = ['intake', 'recognition', 'validation', 'assembly', 'announcement', 'attachment', 'indexing'];
const ROUNDS = 42;
const KILLS_WANTED = 30;
const KILLS_A_STEP_WANTED = 3;
/** Long enough to hit the middle of the longest step, short enough to hit the beginning of the others. */
const MAX_DELAY_MS = 120;

interface Kill {
  readonly step: string;
  readonly delayMs: number;
}

function codeOf(round: number): DossierId {
  return `H12.09-260102-${String(round + 1).padStart(4, '0')}` as DossierId;
}

async function writeDossier(inbox: string, round: number, pages: readonly Uint8Array[]): Promise<string> {
  const folder = join(inbox, codeOf(round));
  await mkdir(folder, { recursive: true });
  const files = pages.map((_, index) => `scan-${index + 1}.png`);
  const manifest = {
    dossierCode: codeOf(round),
    procedureCode: '1.001193',
    expectedDocuments: [{ type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai đăng ký khai sinh', required: true }],
    files,
  };
  for (const [index, page] of pages.entries()) await writeFile(join(folder, files[index]!), page);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** Runs `digitize` and kills it a moment after the wanted step begins; null when it ended before that. */
async function runAndKill(
  folders: readonly string[],
  out: string,
  target: Kill | null,
): Promise<Kill | null> {
  const child = spawn(process.execPath, ['functions/cli/digitize.ts', ...folders, '--out', out], {
    env: { ...process.env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_, signal) => resolve(signal)),
  );
  let aimed = false;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!target || aimed || !line.includes('"step-started"') || !line.includes(`"step":"${target.step}"`))
      return;
    aimed = true;
    void sleep(target.delayMs).then(() => child.kill('SIGKILL'));
  });
  return (await ended) === 'SIGKILL' ? target : null;
}

describe('kill -9 at any moment', () => {
  it('and a restart: every dossier is finished, nothing is lost, nothing is attached twice', {
    timeout: 600_000,
  }, async () => {
    const root = await makeTemporaryFolder();
    const out = join(root, 'out');
    const pages = [
      await drawTypedPage([
        'TO KHAI DANG KY KHAI SINH',
        'Ho va ten: LE THI MAU',
        'Noi cu tru: Ap Bon, xa Dat Moi',
      ]),
      await drawTypedPage(['Trang 2', 'Toi cam doan noi dung tren day la dung su that.']),
    ];
    const folders: string[] = [];
    const kills: Kill[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      folders.push(await writeDossier(join(root, 'inbox'), round, pages));
      const target = {
        step: STEPS[round % STEPS.length]!,
        delayMs: Math.floor(Math.random() * MAX_DELAY_MS),
      };
      const kill = await runAndKill(folders, out, target);
      if (kill) kills.push(kill);
    }
    const perStep = STEPS.map((step) => kills.filter((kill) => kill.step === step));
    console.log(
      `killed ${kills.length} times:`,
      perStep
        .map(
          (hits, index) =>
            `${STEPS[index]} ${hits.length} (after ${hits.map((hit) => hit.delayMs).join(', ')} ms)`,
        )
        .join('; '),
    );
    expect(kills.length).toBeGreaterThanOrEqual(KILLS_WANTED);
    for (const hits of perStep) expect(hits.length).toBeGreaterThanOrEqual(KILLS_A_STEP_WANTED);

    expect(await runAndKill(folders, out, null)).toBeNull();
    await expectAllDone(out, folders.length, pages.length);
  });
});

async function expectAllDone(out: string, dossierCount: number, pagesEach: number): Promise<void> {
  const office = openLocalOffice(loadSettings({ LOG_LEVEL: 'silent' }, { dataFolder: join(out, '.store') }));
  try {
    expect(await office.queue.deadLetters(10)).toEqual([]);
    const events = await office.publisher.journal(100_000);
    for (let round = 0; round < dossierCount; round++) {
      const code = codeOf(round);
      const dossier = (await office.repository.dossier(code))!;
      expect(dossier, code).toMatchObject({ state: 'digitized', revision: 1 });
      expect(dossier.pages).toHaveLength(pagesEach);
      expect(dossier.findings.filter((finding) => finding.code === 'PAGE_UNREAD')).toEqual([]);
      const attached = (await office.repository.attachments(code))!;
      expect(attached.documents.map((document) => document.tepDinhKemId)).toEqual(
        filesToAttach(dossier).map((file) => file.fileId),
      );
      expect(attached.causes).toHaveLength(1);
      for (const file of dossier.files) expect(await office.store.size(file.objectKey!)).toBe(file.bytes);
      const own = events.filter((event) => event.dossierCode === code).map((event) => event.eventType);
      expect(own.filter((type) => type === 'dossier-digitized')).toHaveLength(1);
      expect(own.filter((type) => type === 'files-attached')).toHaveLength(1);
      const query = {
        words: code,
        scope: {},
        filter: { state: 'digitized' },
        order: 'newest',
        today: '2026-11-02',
        limit: 5,
      } as const;
      const found = await office.search.find(query);
      expect(found.hits.map((hit) => hit.dossierId)).toEqual([code]);
      const report = JSON.parse(await readFile(join(out, `${code}.json`), 'utf8')) as DossierReport;
      expect(report.pages.map((page) => page.file)).toEqual(['scan-1.png', 'scan-2.png']);
    }
  } finally {
    await office.close();
  }
}
