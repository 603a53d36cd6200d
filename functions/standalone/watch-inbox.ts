/** Notices dossier folders in the inbox and hands each in once it is whole, or has been quiet for a while. */
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from '../../shared/pipeline/step.ts';
import { deliverFolder, type FolderReading, readFolder } from './deliver-folder.ts';

const LOOK_EVERY_MS = 1_000;

interface Sight {
  /** Names, sizes and times of all files: equal means nothing moved. */
  readonly state: string;
  readonly sinceMs: number;
  readonly delivered: boolean;
}

export class InboxWatcher {
  readonly #office: Office;
  readonly #seen = new Map<string, Sight>();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isReachable = true;
  #stopped = false;

  constructor(office: Office) {
    this.#office = office;
  }

  async start(): Promise<void> {
    await mkdir(this.#office.settings.inboxFolder, { recursive: true });
    this.#next(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #next(delayMs: number): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => this.#next(LOOK_EVERY_MS));
    }, delayMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { inboxFolder } = this.#office.settings;
    const entries = await readdir(inboxFolder, { withFileTypes: true }).catch(() => null);
    this.#noteReach(entries !== null);
    for (const entry of entries ?? []) {
      if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
      await this.#lookAt(join(inboxFolder, entry.name)).catch(() => {
        // A folder that is being moved or written: the next look sees it whole. Its name may be a person's: not logged.
        this.#office.log.warn('inbox-folder-skipped');
      });
    }
  }

  /** A share may be away for hours: told when it goes and when it is back, not each second. */
  #noteReach(isReachable: boolean): void {
    if (isReachable !== this.#isReachable)
      this.#office.log[isReachable ? 'info' : 'error'](isReachable ? 'inbox-back' : 'inbox-unreachable');
    this.#isReachable = isReachable;
  }

  async #lookAt(folder: string): Promise<void> {
    const reading = await readFolder(folder);
    const state = await stateOf(reading);
    const nowMs = this.#office.clock.now().getTime();
    const before = this.#seen.get(folder);
    const still = before?.state === state;
    const sight: Sight = still ? before : { state, sinceMs: nowMs, delivered: false };
    this.#seen.set(folder, sight);
    if (!still || sight.delivered) return;
    if (!isWhole(reading) && nowMs - sight.sinceMs < this.#office.settings.quietMs) return;
    await deliverFolder(this.#office, reading);
    this.#seen.set(folder, { ...sight, delivered: true });
    this.#office.log.info('inbox-folder-taken', { batchId: reading.batchId, files: reading.files.length });
  }
}

/** Everything that the manifest lists is there; sizes that stand still between two looks are checked by the caller. */
function isWhole({ manifest, files }: FolderReading): boolean {
  return manifest !== null && manifest.files.length > 0 && files.every((file) => file.refusal === undefined);
}

async function stateOf({ manifest, manifestProblem, files }: FolderReading): Promise<string> {
  const figures = await Promise.all(
    files.map(async (file) => {
      const found = file.path === null ? null : await stat(file.path);
      return [file.name, found?.size, found?.mtimeMs];
    }),
  );
  return JSON.stringify([manifest, manifestProblem, figures]);
}
