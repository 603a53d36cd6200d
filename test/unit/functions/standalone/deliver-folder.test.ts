import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliverFolder, readFolder } from '../../../../functions/standalone/deliver-folder.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { openTestOffice } from '../../../support/test-office.ts';

async function makeFolder(files: Record<string, string>, manifest?: unknown): Promise<string> {
  const folder = join(await makeTemporaryFolder(), 'ho-so');
  await mkdir(join(folder, 'scans'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  if (manifest !== undefined) {
    const text = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
    await writeFile(join(folder, 'manifest.json'), text);
  }
  return folder;
}

const named = ({ files }: { files: readonly { name: string; refusal?: string }[] }) =>
  files.map(({ name, refusal }) => (refusal ? `${name}: ${refusal}` : name));

describe('readFolder', () => {
  it('keeps the order of the manifest, then takes what lies there unlisted, by number', async () => {
    const files = { 'scans/b.jpg': '1', 'scans/a.jpg': '2', 'scans/p10.jpg': '3', 'scans/p9.jpg': '4' };
    const folder = await makeFolder(files, { files: ['scans/b.jpg', 'scans/a.jpg'] });
    expect(named(await readFolder(folder))).toEqual([
      'scans/b.jpg',
      'scans/a.jpg',
      'scans/p9.jpg',
      'scans/p10.jpg',
    ]);
  });

  it('takes a listed file whatever its name, and leaves unlisted litter alone', async () => {
    const odd = 'scans/..%2f..%2fetc%2fpasswd.jpg';
    const folder = await makeFolder(
      { [odd]: 'x', 'scans/.DS_Store': 'x', 'Thumbs.db': 'x' },
      { files: [odd] },
    );
    expect(named(await readFolder(folder))).toEqual([odd]);
  });

  it('finds a file whose name the manifest composes and the disk does not', async () => {
    const composed = 'scans/Tờ khai.jpg'.normalize('NFC');
    const folder = await makeFolder({ [composed.normalize('NFD')]: 'x' }, { files: [composed] });
    expect(named(await readFolder(folder))).toEqual([composed]);
  });

  it('refuses names that climb out of the folder, and says which files never came', async () => {
    const listed = ['../secret.jpg', '/etc/hostname', 'scans/..\\..\\x.jpg', 'scans/gone.jpg'];
    const folder = await makeFolder({}, { files: listed });
    await writeFile(join(folder, '..', 'secret.jpg'), 'secret');
    expect(named(await readFolder(folder))).toEqual([
      '../secret.jpg: scan-name-unsafe',
      '/etc/hostname: scan-name-unsafe',
      'scans/..\\..\\x.jpg: scan-name-unsafe',
      'scans/gone.jpg: scan-missing',
    ]);
  });

  it('follows no link', async () => {
    const folder = await makeFolder({}, { files: ['scans/link.jpg'] });
    await writeFile(join(folder, '..', 'secret.jpg'), 'secret');
    await symlink(join(folder, '..', 'secret.jpg'), join(folder, 'scans', 'link.jpg'));
    expect(named(await readFolder(folder))).toEqual(['scans/link.jpg: scan-missing']);
  });

  it.each([['{ not json'], [{ files: 'scans/a.jpg' }], ['[]'], ['null']])(
    'keeps the scans of a folder whose manifest is %j',
    async (manifest) => {
      const reading = await readFolder(await makeFolder({ 'scans/a.jpg': 'x' }, manifest));
      expect(reading.manifest).toBeNull();
      expect(reading.manifestProblem).toMatch(/manifest\.json/);
      expect(named(reading)).toEqual(['scans/a.jpg']);
    },
  );

  it('says that there is no such folder', async () => {
    await expect(readFolder('/nowhere/at/all')).rejects.toMatchObject({ code: 'folder-missing' });
  });

  it('gives an inbox’s folder the same batch wherever the inbox lies, and tells namesakes apart where asked to', async () => {
    const [a, b] = await Promise.all([makeFolder({}), makeFolder({})]);
    expect((await readFolder(a)).batchId).toBe((await readFolder(b)).batchId);
    const byPath = async (folder: string) => (await readFolder(folder, (realPath) => realPath)).batchId;
    expect(await byPath(a)).not.toBe(await byPath(b));
    expect(await byPath(join(a, '.'))).toBe(await byPath(a));
  });
});

describe('deliverFolder', () => {
  it('stores every original untouched, under a key without its name', async () => {
    const office = await openTestOffice();
    const reading = await readFolder(await makeFolder({ 'scans/Lê Thị Mẫu.jpg': 'picture' }));
    await deliverFolder(office, reading);
    await deliverFolder(office, reading);
    const scans = await office.repository.scansOf(reading.batchId);
    expect(scans.map((scan) => scan.name)).toEqual(['scans/Lê Thị Mẫu.jpg']);
    expect(scans[0]!.objectKey).toMatch(/^originals\/[a-z0-9./-]+$/);
    expect(new TextDecoder().decode(await office.store.get(scans[0]!.objectKey!))).toBe('picture');
    expect((await office.repository.batch(reading.batchId))!.state).toBe('closed');
  });

  it('refuses a file beyond the size limit without reading it', async () => {
    const office = await openTestOffice();
    const small = { ...office, settings: { ...office.settings, maxScanBytes: 10 } };
    const reading = await readFolder(await makeFolder({ 'scans/a.jpg': 'more than ten bytes' }));
    await deliverFolder(small, reading);
    expect(await office.repository.scansOf(reading.batchId)).toMatchObject([
      { state: 'rejected', rejection: { code: 'scan-too-large' } },
    ]);
  });
});
