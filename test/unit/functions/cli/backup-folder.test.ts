/** A copy that was cut off leaves nothing that a restore would take for an object. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { restoreBackup, writeBackup } from '../../../../functions/cli/backup-folder.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

it('passes over the drafts of a copy that was cut off', async () => {
  const root = await makeTemporaryFolder();
  const [data, backup, again] = ['data', 'backup', 'again'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(join(data, 'objects', 'files'), { recursive: true });
  await writeFile(join(data, 'objects', 'files', 'whole.pdf'), 'whole');
  await mkdir(join(backup, 'objects', 'files'), { recursive: true });
  await writeFile(join(backup, 'objects', 'files', 'half.pdf.part'), 'ha');
  const manifest = await writeBackup(data, backup, new Date(0), (path) => writeFile(path, 'records'));
  expect(manifest.objects).toBe(1);
  await restoreBackup(backup, again);
  expect(await readdir(join(again, 'objects', 'files'))).toEqual(['whole.pdf']);
});
