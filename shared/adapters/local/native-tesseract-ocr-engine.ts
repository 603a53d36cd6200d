/** Reads pages with the machine's own Tesseract program, one bounded process a page, nothing written to disk. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from '../../domain/page-text.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { encodePgm } from '../../imaging/picture.ts';
import type { Layout, OcrEngine, OcrRequest, OcrResult, ReadingLanguage } from '../../ports/ocr-engine.ts';
import { findQuickModel, MODEL_NAME, modelOf, type QuickModel, unpackModel } from './tesseract-models.ts';
import { parseTesseractTsv } from './tesseract-tsv.ts';

export interface NativeTesseract {
  readonly path: string;
  readonly version: string;
  /** The machine's own, for second readings; null: the packaged one makes these too. */
  readonly quickModel: QuickModel | null;
}

/** Tesseract's page segmentation modes: 4 and 11 break on what is left of a slant, 3 does not. */
const SEGMENTATION_MODE: Record<Layout, string> = {
  page: '3',
  'single-block': '6',
  'single-line': '7',
  sparse: '11',
};

const LOOKUP_TIMEOUT_MS = 5000;

/** The machine's Tesseract if it can use our model (LSTM, from 4.1), else null. */
export async function findNativeTesseract(): Promise<NativeTesseract | null> {
  const path = 'tesseract';
  const about = await runTesseract(path, ['--version'], null, LOOKUP_TIMEOUT_MS).catch(() => null);
  const version = /tesseract\s+v?((\d+)\.(\d+)\S*)/.exec(`${about?.stdout}${about?.stderr}`);
  if (!version || Number(version[2]) + Number(version[3]) / 10 < 4.1) return null;
  const listed = await runTesseract(path, ['--list-langs'], null, LOOKUP_TIMEOUT_MS).catch(() => null);
  const folder = /in "([^"]+)"/.exec(`${listed?.stdout}${listed?.stderr}`)?.[1];
  return { path, version: version[1]!, quickModel: folder ? await findQuickModel(folder) : null };
}

export function createNativeTesseractOcrEngine(program: NativeTesseract): OcrEngine {
  const { quickModel } = program;
  const unpacked = new Map<ReadingLanguage, string>();

  /** Temporary folders are swept while a server runs for weeks. */
  async function haveModel(language: ReadingLanguage): Promise<string> {
    const known = unpacked.get(language);
    if (known && existsSync(join(known, `${modelOf[language]}.traineddata`))) return known;
    const folder = await unpackModel(language);
    unpacked.set(language, folder);
    return folder;
  }

  return {
    identity: {
      name: 'tesseract',
      version: program.version,
      model: quickModel ? `${MODEL_NAME}, ${quickModel.name}` : MODEL_NAME,
    },
    languages: ['vi', 'en'],
    recognize: async (request) => {
      const { language = 'vi', layout } = request;
      // Lines that the thorough model doubted are asked of another: a second opinion. Never the other way round, and no
      // numbers: the quick one loses the second of two narrow figures (471 for 4711) and is sure of it.
      if (quickModel && language === 'vi' && layout === 'single-block')
        return recognize(program, quickModel.folder, request);
      return recognize(program, await haveModel(language), request);
    },
    close: async () => {},
  };
}

async function recognize(
  program: NativeTesseract,
  modelFolder: string,
  request: OcrRequest,
): Promise<OcrResult> {
  const options = [
    '--tessdata-dir',
    modelFolder,
    '-l',
    modelOf[request.language ?? 'vi'],
    '--oem',
    '1',
    '--dpi',
    String(Math.round(request.dpi)),
  ];
  options.push('--psm', SEGMENTATION_MODE[request.layout]);
  if (request.alphabet) options.push('-c', `tessedit_char_whitelist=${request.alphabet}`);
  const answer = await runTesseract(
    program.path,
    // Not the `tsv` configuration: it is a file beside the distribution's models.
    ['stdin', 'stdout', ...options, '-c', 'tessedit_create_tsv=1'],
    encodePgm(request.picture),
    request.timeoutMs,
  );
  if (answer.timedOut) return { lines: [], timedOut: true };
  // Exit code 1 with this message is Tesseract's way to say that a picture is too small to hold a letter.
  if (answer.exitCode !== 0 && !/too small|Empty page/i.test(answer.stderr)) {
    throw new DigitizationError('engine-unavailable', { exitCode: answer.exitCode ?? -1 });
  }
  const lines: readonly Line[] = parseTesseractTsv(answer.stdout);
  return { lines, timedOut: false };
}

interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
  readonly timedOut: boolean;
}

function runTesseract(
  path: string,
  args: string[],
  input: Uint8Array | null,
  timeoutMs: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A killed or refusing child closes its input early; its exit says why.
    child.stdin.on('error', () => {});
    child.on('error', (cause) => {
      clearTimeout(timer);
      reject(new DigitizationError('engine-unavailable', {}, { cause }));
    });
    child.on('close', (exitCode) => {
      clearTimeout(timer);
      const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString('utf8');
      resolve({ stdout: text(stdout), stderr: text(stderr), exitCode, timedOut });
    });
    child.stdin.end(input ?? undefined);
  });
}
