/** Answers errands left as files in the data folder: only one process can own the store, and this one does. */
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { toDigitizationError } from '../../shared/errors/disposition.ts';
import type { LocalOffice } from '../../shared/runtime/local.ts';
import { type ErrandName, errands } from './errands.ts';

const LOOK_MS = 500;

export const ASKED = '.asked.json';
export const ANSWERED = '.answered.json';

export function errandFolder(dataFolder: string): string {
  return join(dataFolder, 'errands');
}

export type ErrandAnswer =
  | { readonly answer: unknown }
  | { readonly failure: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> } };

export class ErrandDesk {
  readonly #office: LocalOffice;
  readonly #folder: string;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> | null = null;

  constructor(office: LocalOffice) {
    this.#office = office;
    this.#folder = errandFolder(office.settings.dataFolder);
  }

  start(): void {
    // The owner alone: an errand may delete.
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#timer = setInterval(() => {
      this.#turn ??= this.#look().finally(() => {
        this.#turn = null;
      });
    }, LOOK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
  }

  async #look(): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names.filter((name) => name.endsWith(ASKED)).sort()) {
      const asked = join(this.#folder, name);
      await this.#answer(asked, await this.#run(asked));
    }
  }

  /** An answer that cannot be written is given up: asked again by itself, the errand would be done for ever. */
  async #answer(asked: string, answer: ErrandAnswer): Promise<void> {
    const answered = asked.replace(ASKED, ANSWERED);
    try {
      await writeFile(`${answered}.part`, JSON.stringify(answer));
      await rename(`${answered}.part`, answered);
    } catch {
      this.#office.log.error('errand-unanswered');
    }
    await rm(asked, { force: true }).catch(() => undefined);
  }

  async #run(path: string): Promise<ErrandAnswer> {
    try {
      const { errand, request } = JSON.parse(await readFile(path, 'utf8'));
      const run = Object.hasOwn(errands, errand) ? errands[errand as ErrandName] : null;
      if (!run) throw new DigitizationError('message-invalid', { errand: 'unknown' });
      this.#office.log.info('errand-run', { errand });
      return { answer: await run(this.#office, request) };
    } catch (error) {
      const { code, detail } = toDigitizationError(error);
      this.#office.log.error('errand-failed', { code, ...detail });
      return { failure: { code, detail } };
    }
  }
}
