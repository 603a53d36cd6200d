/** A dossier delivered as a folder: put together out of sight, then in the inbox at once. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @param root of the server's data and inbox  @param files by name, in scanning order */
export async function deliverFolder(
  root: string,
  dossierCode: string,
  files: Readonly<Record<string, Uint8Array>>,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const draft = join(root, 'inbox', `.draft-${dossierCode}`);
  await mkdir(draft, { recursive: true });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(draft, name), bytes);
  const receivingPostOffice = { code: '984250' };
  const manifest = { dossierCode, receivingPostOffice, files: Object.keys(files), ...more };
  await writeFile(join(draft, 'manifest.json'), JSON.stringify(manifest));
  await rename(draft, join(root, 'inbox', dossierCode));
}
