/** Hands hostile files to a process of their own, one after another, and holds each to its answer and its cost. */
import { type ChildProcess, fork } from 'node:child_process';
import { expect } from 'vitest';
import type { ScanWarning } from '../../shared/domain/exploded-scan.ts';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import type { Explosion } from '../support/explode-process.ts';

export interface HostileFile {
  readonly name: string;
  readonly build: () => Uint8Array | Promise<Uint8Array>;
  readonly answer:
    | { readonly refused: ErrorCode }
    | { readonly warnings: readonly ScanWarning[]; readonly pages?: number; readonly signed?: boolean };
}

/** What the office allows a file is more; a busy machine needs some of it. */
const MAX_MS = 25_000;
const MAX_PEAK_MB = 1_100;

export class HostileDesk {
  #child: ChildProcess | null = null;

  async expectAnswer({ build, answer }: HostileFile): Promise<void> {
    const explosion = await this.#explode(await build());
    if ('refused' in answer) {
      expect(explosion).toMatchObject({ refused: answer.refused });
      expect(explosion.pages, 'no part of a refused file is handed out').toEqual([]);
    } else {
      expect(explosion.refused).toBeUndefined();
      expect([...explosion.warnings].sort()).toEqual([...answer.warnings].sort());
      if (answer.pages !== undefined) expect(explosion.pages).toHaveLength(answer.pages);
      if (answer.signed !== undefined) expect(explosion.signed).toBe(answer.signed);
    }
    expect(explosion.ms).toBeLessThan(MAX_MS);
    expect(explosion.peakMb).toBeLessThan(MAX_PEAK_MB);
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }

  async #explode(bytes: Uint8Array): Promise<Explosion> {
    this.#child ??= startProcess();
    const outcome = Promise.withResolvers<Explosion>();
    const fail = (reason: string) => outcome.reject(new Error(reason));
    const timer = setTimeout(() => fail(`no answer within ${MAX_MS} ms`), MAX_MS);
    const child = this.#child;
    const onExit = (code: number | null, signal: string | null) =>
      fail(`the process ended: ${signal ?? code}`);
    child.once('exit', onExit).once('message', outcome.resolve);
    child.send(bytes, (error) => {
      if (error) fail(`the file could not be handed over: ${error.message}`);
    });
    try {
      return await outcome.promise;
    } catch (error) {
      this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      child.off('exit', onExit).off('message', outcome.resolve);
    }
  }
}

function startProcess(): ChildProcess {
  const child = fork(new URL('../support/explode-process.ts', import.meta.url), {
    serialization: 'advanced',
  });
  // One that dies between two files is noticed with the next: an event that nobody hears would end the whole run.
  child.on('error', () => {});
  return child;
}
