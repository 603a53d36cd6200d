/** The scans that every contestant is given: dossier folders, or the golden pages and the sample of the project. */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';

export interface ScanSet {
  /** Dossier folders as `digitize` takes them. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
  readonly pages: number;
  readonly bytes: number;
}

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'pages');
const SAMPLES = join(import.meta.dirname, '..', '..', 'functions', 'standalone', 'sample');

/** Folders need a `manifest.json` that lists their files. */
export async function gatherScans(given: readonly string[]): Promise<ScanSet> {
  const folders = given.length > 0 ? given : [...foldersIn(SAMPLES), goldenDossier()];
  const files = folders.flatMap((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: string[] };
    return manifest.files.map((file) => join(folder, file));
  });
  const counts = await Promise.all(files.map(countPages));
  return {
    folders,
    files,
    pages: counts.reduce((sum, count) => sum + count, 0),
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
}

function foldersIn(parent: string): string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(parent, name));
}

function goldenDossier(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-golden-'));
  mkdirSync(join(folder, 'scans'));
  const files = readdirSync(GOLDEN).map((name) => {
    const picture = readdirSync(join(GOLDEN, name)).find((entry) => entry.startsWith('page.'))!;
    const file = `scans/${name}.${picture.split('.').at(-1)}`;
    copyFileSync(join(GOLDEN, name, picture), join(folder, file));
    return file;
  });
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ files }));
  return folder;
}

async function countPages(file: string): Promise<number> {
  const bytes = readFileSync(file);
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return (await PDFDocument.load(bytes)).getPageCount();
  return (await sharp(bytes).metadata()).pages ?? 1;
}
