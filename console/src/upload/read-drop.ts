/** Files of a drop, those in dropped folders too. */
import type { Added } from './add-files.ts';

export async function readDrop(transfer: DataTransfer): Promise<Added[]> {
  // Entries die with the event: they are taken before the first wait.
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  const found = (await Promise.all(entries.map(readEntry))).flat();
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return found.sort((a, b) => compare(a.name, b.name));
}

async function readEntry(entry: FileSystemEntry): Promise<Added[]> {
  if (entry.isFile) {
    const content = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ name: entry.fullPath.replace(/^\//, ''), content }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Added[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    found.push(...(await Promise.all(some.map(readEntry))).flat());
  }
}
