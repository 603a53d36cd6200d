/** What it takes until a file and its name survive a power cut. */
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** `path` must be new. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Makes the names in `folder` and in the folders above it, up to `root`, durable. All of them every time: another
 * process may have made a folder and not come to sync it.
 */
export async function syncFolders(folder: string, root: string): Promise<void> {
  // Windows opens no folder for sync; NTFS journals names itself.
  if (process.platform === 'win32') return;
  for (let path = folder; ; path = dirname(path)) {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (path === root) return;
  }
}
