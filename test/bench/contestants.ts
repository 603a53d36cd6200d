/** Who runs: our pipeline from scan to PDF with either engine, and OCRmyPDF, which users would take otherwise. */
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { ScanSet } from './gather-scans.ts';

const run = promisify(execFile);

export interface Contestant {
  readonly name: string;
  /** Writes its PDFs into `out`; answers how many of the things asked for were finished. */
  digitize(scans: ScanSet, out: string): Promise<{ finished: number; asked: number }>;
}

const DIGITIZE = join(import.meta.dirname, '..', '..', 'functions', 'cli', 'digitize.ts');

export function ours(engine: 'native' | 'wasm', jobs: string): Contestant {
  return {
    name: `this pipeline, ${engine} engine`,
    async digitize({ folders }, out) {
      await finish(process.execPath, [
        DIGITIZE,
        ...folders,
        '--out',
        out,
        '--engine',
        engine,
        '--jobs',
        jobs,
      ]);
      const reports = readdirSync(out).filter((name) => name.endsWith('.json'));
      return { finished: reports.length, asked: folders.length };
    },
  };
}

/** Straightening and turning as ours does; pictures are first put into a PDF by its own companion, losslessly. */
export function peer(jobs: string): Contestant {
  return {
    name: 'OCRmyPDF -l vie --deskew --rotate-pages',
    async digitize({ files }, out) {
      let finished = 0;
      for (const [index, file] of files.entries()) {
        const stem = join(out, `${String(index + 1).padStart(3, '0')}-${basename(file)}`);
        const input = isPdf(file) ? file : `${stem}.in.pdf`;
        if (input !== file) await finish('img2pdf', [file, '-o', input]);
        const ok = await finish('ocrmypdf', [
          ...['-l', 'vie', '--deskew', '--rotate-pages', '--jobs', jobs, '--quiet', '--output-type', 'pdfa'],
          input,
          `${stem}.pdf`,
        ]);
        if (ok) finished++;
      }
      return { finished, asked: files.length };
    },
  };
}

/** Null when it can run; else how to get it: nothing is installed here. */
export async function whyPeerIsMissing(): Promise<string | null> {
  try {
    await run('ocrmypdf', ['--version']);
    await run('img2pdf', ['--version']);
    const { stdout } = await run('tesseract', ['--list-langs']);
    if (/^vie$/m.test(stdout)) return null;
  } catch {}
  return 'OCRmyPDF with Vietnamese is not here; Debian: apt-get install ocrmypdf img2pdf tesseract-ocr-vie';
}

function isPdf(file: string): boolean {
  return readFileSync(file).subarray(0, 5).toString('latin1') === '%PDF-';
}

/** Its noise goes to nobody; false when it failed. */
function finish(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}
