/** The reading models that both Tesseract engines use, out of this installation's own packages. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ReadingLanguage } from '../../ports/ocr-engine.ts';

const require = createRequire(import.meta.url);
const VARIANT = '4.0.0_best_int';

/** As Tesseract names its models. */
export const modelOf: Readonly<Record<ReadingLanguage, string>> = { vi: 'vie', en: 'eng' };

/** Reads figures better than the quick model that Linux distributions pack, at half as much CPU again. */
export const MODEL_NAME = `vie ${VARIANT}, eng ${VARIANT}`;

/** Folder with the language's packed model, such as `vie.traineddata.gz`. */
export function packedModelFolder(language: ReadingLanguage): string {
  return join(dirname(require.resolve(`@tesseract.js-data/${modelOf[language]}/package.json`)), VARIANT);
}

/** Folder with an unpacked model, such as `vie.traineddata`; one for all processes of a user, checked before every use. */
export async function unpackModel(language: ReadingLanguage): Promise<string> {
  const file = `${modelOf[language]}.traineddata`;
  const model = gunzipSync(await readFile(join(packedModelFolder(language), `${file}.gz`)));
  const digest = createHash('sha256').update(model).digest('hex');
  const folder = join(tmpdir(), `ocr-model-${userInfo().uid}-${digest.slice(0, 16)}`);
  const path = join(folder, file);
  const present = await readFile(path).catch(() => null);
  if (present?.equals(model)) return folder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, model);
  await rename(unfinished, path);
  return folder;
}

export interface QuickModel {
  readonly folder: string;
  /** With the start of its hash: distributions pack different ones under one file name. */
  readonly name: string;
}

/** The quick models have half a megabyte; others would cost more than the packaged one. */
const LARGEST_QUICK_BYTES = 1e6;

/** Null where `folder` has no quick Vietnamese model. */
export async function findQuickModel(folder: string): Promise<QuickModel | null> {
  const path = join(folder, 'vie.traineddata');
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  if (size === 0 || size > LARGEST_QUICK_BYTES) return null;
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { folder, name: `vie fast ${digest.slice(0, 8)}` };
}
