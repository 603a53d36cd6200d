/** One run of one contestant: CPU of all its processes, time on the clock, and bytes of the PDFs that it made. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childCpuSeconds } from '../support/measure/child-cpu.ts';
import type { Contestant } from './contestants.ts';
import type { ScanSet } from './gather-scans.ts';

export interface Run {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly outputBytes: number;
  readonly finished: number;
  readonly asked: number;
}

export async function measureRun(contestant: Contestant, scans: ScanSet): Promise<Run> {
  const out = mkdtempSync(join(tmpdir(), 'bench-'));
  const cpuBefore = childCpuSeconds();
  const startedMs = performance.now();
  const counted = await contestant.digitize(scans, out);
  const wallSeconds = (performance.now() - startedMs) / 1000;
  const cpuSeconds = childCpuSeconds() - cpuBefore;
  const outputBytes = pdfBytes(out);
  rmSync(out, { recursive: true });
  return { cpuSeconds, wallSeconds, outputBytes, ...counted };
}

function pdfBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      ({ name, parentPath }) =>
        name.endsWith('.pdf') && !name.endsWith('.in.pdf') && !parentPath.includes('.store'),
    )
    .reduce((sum, { name, parentPath }) => sum + statSync(join(parentPath, name)).size, 0);
}
