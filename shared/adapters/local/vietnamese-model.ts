/** The reading model that both Tesseract engines use, out of this installation's own packages. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const VARIANT = '4.0.0_best_int';

/** Reads handwriting and small figures better than the fast model that Linux distributions pack. */
export const MODEL_NAME = `vie ${VARIANT}`;

/** Folder with `vie.traineddata.gz`. */
export const packedModelFolder = join(
  dirname(require.resolve('@tesseract.js-data/vie/package.json')),
  VARIANT,
);

/** Folder with an unpacked `vie.traineddata`; one for all processes of a user, checked before every use. */
export async function unpackModel(): Promise<string> {
  const model = gunzipSync(await readFile(join(packedModelFolder, 'vie.traineddata.gz')));
  const digest = createHash('sha256').update(model).digest('hex');
  const folder = join(tmpdir(), `ocr-model-${userInfo().uid}-${digest.slice(0, 16)}`);
  const path = join(folder, 'vie.traineddata');
  const present = await readFile(path).catch(() => null);
  if (present?.equals(model)) return folder;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, model);
  await rename(unfinished, path);
  return folder;
}
