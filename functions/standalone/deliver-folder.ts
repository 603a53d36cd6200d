/** A dossier folder as scanners and copiers leave it, handed in: manifest, listed files, and whatever else lies there. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { BatchId } from '../../shared/domain/ids.ts';
import { type Manifest, manifestSchema } from '../../shared/domain/manifest.ts';
import { catalogue, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { closeBatch, openBatch, receiveScan, refuseScan } from '../../shared/pipeline/delivery.ts';
import { sha256 } from '../../shared/pipeline/hash.ts';
import type { Office } from '../../shared/pipeline/step.ts';

const MANIFEST_NAME = 'manifest.json';
const MAX_MANIFEST_BYTES = 1_000_000;

export interface FolderReading {
  readonly batchId: BatchId;
  readonly manifest: Manifest | null;
  readonly manifestProblem?: string;
  /** In scanning order: as listed, then what lies there unlisted, by name. */
  readonly files: readonly FolderFile[];
}

export interface FolderFile {
  /** As listed, or relative to the folder with forward slashes. */
  readonly name: string;
  /** Null when it cannot be taken: then `refusal` says why. */
  readonly path: string | null;
  readonly refusal?: ErrorCode;
}

/**
 * `folder-missing` when there is no such folder; everything else about it is an answer, not an error. Folders of one
 * inbox are told apart by their names; `identify` says otherwise, of the folder's real path.
 */
export async function readFolder(
  folder: string,
  identify: (realPath: string) => string = basename,
): Promise<FolderReading> {
  const root = await realpath(folder).catch(() => null);
  if (root === null || !(await stat(root)).isDirectory()) throw new DigitizationError('folder-missing');
  const { manifest, problem } = await readManifest(root);
  const present = await listFiles(root);
  return {
    batchId: `b-${sha256(identify(root).normalize('NFC')).slice(0, 16)}` as BatchId,
    manifest,
    ...(problem === null ? {} : { manifestProblem: problem }),
    files: await matchFiles(root, manifest?.files ?? [], present),
  };
}

/** Hands the folder in and closes the batch; handing the same folder in again changes nothing. */
export async function deliverFolder(office: Office, reading: FolderReading): Promise<void> {
  const { batchId, manifest, manifestProblem, files } = reading;
  await openBatch(office, batchId, manifest, manifestProblem);
  for (const [index, file] of files.entries()) {
    const delivered = { batchId, position: index + 1, name: file.name };
    const refusal = file.refusal ?? (await tooLarge(office, file.path!));
    if (refusal) await refuseScan(office, delivered, refusal);
    else await receiveScan(office, delivered, await readFile(file.path!));
  }
  await closeBatch(office, batchId);
}

async function tooLarge(office: Office, path: string): Promise<ErrorCode | undefined> {
  return (await stat(path)).size > office.settings.maxScanBytes ? 'scan-too-large' : undefined;
}

async function readManifest(root: string): Promise<{ manifest: Manifest | null; problem: string | null }> {
  const path = join(root, MANIFEST_NAME);
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return { manifest: null, problem: null };
  const { vi, remedyVi } = catalogue['manifest-invalid'];
  try {
    if (size > MAX_MANIFEST_BYTES) throw new RangeError('manifest too large');
    return { manifest: manifestSchema.parse(JSON.parse(await readFile(path, 'utf8'))), problem: null };
  } catch {
    return { manifest: null, problem: `${vi} ${remedyVi}` };
  }
}

/** Regular files only, below the folder: a link is not followed. */
async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => name !== MANIFEST_NAME)
    .sort(new Intl.Collator('vi', { numeric: true }).compare);
}

async function matchFiles(
  root: string,
  listed: readonly string[],
  present: readonly string[],
): Promise<FolderFile[]> {
  const composed = new Map(present.map((name) => [name.normalize('NFC'), name]));
  const taken = new Set<string>();
  const fromList = listed.map((name): FolderFile => {
    const found = present.includes(name) ? name : composed.get(name.normalize('NFC'));
    if (found !== undefined) {
      taken.add(found);
      return { name, path: join(root, found) };
    }
    return { name, path: null, refusal: climbsOut(name) ? 'scan-name-unsafe' : 'scan-missing' };
  });
  const unlisted = present.filter((name) => !taken.has(name) && !isLitter(name));
  return [...fromList, ...unlisted.map((name) => ({ name, path: join(root, name) }))];
}

/** What systems and copying programs leave behind; a listed file is taken whatever its name. */
function isLitter(name: string): boolean {
  const [last = ''] = name.split('/').slice(-1);
  return last.startsWith('.') || /^(thumbs\.db|desktop\.ini)$/i.test(last);
}

function climbsOut(name: string): boolean {
  return isAbsolute(name) || name.split(/[\\/]/).includes('..');
}
