/** A backup: the records as of one moment, every object they know, and a manifest written last. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, opendir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';

const MANIFEST = 'backup.json';
const RECORDS = 'records.sqlite';
const OBJECTS = 'objects';
const DRAFT = '.part';

export interface BackupManifest {
  readonly backupVersion: 1;
  /** ISO 8601 instant of the records. */
  readonly at: string;
  readonly recordsSha256: string;
  readonly objects: number;
  readonly bytes: number;
}

/**
 * Records first, then objects: an object is durable before the record that names it, so every one that the copied
 * records know is there. A folder that holds an older backup is brought forward; only what changed is copied.
 */
export async function writeBackup(
  dataFolder: string,
  to: string,
  at: Date,
  copyRecords: (path: string) => Promise<void>,
): Promise<BackupManifest> {
  await mkdir(to, { recursive: true });
  // Until the new manifest is there this is no backup.
  await rm(join(to, MANIFEST), { force: true });
  const draft = join(to, `${RECORDS}.part`);
  await rm(draft, { force: true });
  await copyRecords(draft);
  await rename(draft, join(to, RECORDS));
  const copied = await copyTree(join(dataFolder, OBJECTS), join(to, OBJECTS));
  const manifest: BackupManifest = {
    backupVersion: 1,
    at: at.toISOString(),
    recordsSha256: await sha256OfFile(join(to, RECORDS)),
    ...copied,
  };
  await writeDurably(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** `object-exists` when records are there already; `storage-damaged` when the backup is not whole. */
export async function restoreBackup(from: string, dataFolder: string): Promise<BackupManifest> {
  const text = await readFile(join(from, MANIFEST), 'utf8').catch(() => null);
  if (text === null) throw new DigitizationError('folder-missing', { manifest: MANIFEST });
  const manifest = JSON.parse(text) as BackupManifest;
  if ((await sha256OfFile(join(from, RECORDS))) !== manifest.recordsSha256)
    throw new DigitizationError('storage-damaged', { file: RECORDS });
  if (await stat(join(dataFolder, RECORDS)).catch(() => null))
    throw new DigitizationError('object-exists', { file: RECORDS });
  await mkdir(dataFolder, { recursive: true });
  const copied = await copyTree(join(from, OBJECTS), join(dataFolder, OBJECTS));
  if (copied.objects < manifest.objects)
    throw new DigitizationError('storage-damaged', { objects: copied.objects, expected: manifest.objects });
  // Last: a store without records is none, so a restore that was cut off can be done again.
  await copyFile(join(from, RECORDS), join(dataFolder, `${RECORDS}.part`));
  await rename(join(dataFolder, `${RECORDS}.part`), join(dataFolder, RECORDS));
  return manifest;
}

async function copyTree(from: string, to: string): Promise<{ objects: number; bytes: number }> {
  let objects = 0;
  let bytes = 0;
  for await (const path of filesIn(from)) {
    const found = await stat(path).catch(() => null);
    if (!found) continue;
    const target = join(to, relative(from, path));
    const there = await stat(target).catch(() => null);
    const isChanged = there?.size !== found.size || there.mtimeMs < found.mtimeMs;
    if (isChanged && !(await copyWhole(path, target))) continue;
    objects++;
    bytes += found.size;
  }
  return { objects, bytes };
}

/**
 * Objects are replaced whole by rename, never written into, so a copy is never half of two. False for one that was
 * removed meanwhile: secret papers and what retention lets go leave while the copy is made.
 */
async function copyWhole(path: string, target: string): Promise<boolean> {
  const draft = `${target}${DRAFT}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await copyFile(path, draft);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
  const copy = await open(draft, 'r');
  await copy.sync();
  await copy.close();
  await rename(draft, target);
  return true;
}

async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(() => null);
  if (!entries) return;
  for await (const entry of entries) {
    // A draft is what a copy was that was cut off.
    if (entry.name.startsWith('.') || entry.name.endsWith(DRAFT)) continue;
    if (entry.isDirectory()) yield* filesIn(join(folder, entry.name));
    else if (entry.isFile()) yield join(folder, entry.name);
  }
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(`${path}.part`, text, { flush: true });
  await rename(`${path}.part`, path);
}
