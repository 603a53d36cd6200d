/** Watches a folder that the scanner writes into, where the browser may (File System Access). */
import type { Added } from './add-files.ts';

interface FolderPicker {
  showDirectoryPicker(options: { id: string; mode: 'read' }): Promise<FileSystemDirectoryHandle>;
}

export const canWatchFolder = 'showDirectoryPicker' in globalThis;

const LOOK_EVERY_MS = 1_500;

/** Only what comes after the choice is taken, each file once its size stands still. Null when nothing was chosen. */
export async function watchFolder(
  take: (added: Added[]) => Promise<void>,
): Promise<{ name: string; stop: () => void } | null> {
  const folder = await (globalThis as unknown as FolderPicker)
    .showDirectoryPicker({ id: 'scanner', mode: 'read' })
    .catch(() => null);
  if (!folder) return null;
  const known = new Set((await look(folder)).map(sightOf));
  const sizes = new Map<string, number>();
  let looking = false;
  const timer = setInterval(async () => {
    if (looking) return;
    looking = true;
    const still = (await look(folder).catch(() => [])).filter((file) => {
      const grew = sizes.get(file.name) !== file.size;
      sizes.set(file.name, file.size);
      return !grew && file.size > 0 && !known.has(sightOf(file));
    });
    for (const file of still) known.add(sightOf(file));
    if (still.length > 0) await take(still.map((file) => ({ name: file.name, content: file })));
    looking = false;
  }, LOOK_EVERY_MS);
  return { name: folder.name, stop: () => clearInterval(timer) };
}

function sightOf(file: File): string {
  return `${file.name}\0${file.lastModified}`;
}

async function look(folder: FileSystemDirectoryHandle): Promise<File[]> {
  const files: File[] = [];
  const entries = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
  for await (const entry of entries) {
    if (entry.kind === 'file') files.push(await (entry as FileSystemFileHandle).getFile());
  }
  return files.sort((a, b) => a.lastModified - b.lastModified || (a.name < b.name ? -1 : 1));
}
