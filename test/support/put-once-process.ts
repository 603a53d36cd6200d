/** A process that writes its own bytes once under each of many keys, and tells which keys it won. */
import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';

const [folder, writer, count] = process.argv.slice(2);
const store = new FolderObjectStore(folder!);
const bytes = new Uint8Array(50_000).fill(Number(writer));
const won: string[] = [];
for (let index = 0; index < Number(count); index++) {
  try {
    await store.putOnce(`race/${index}`, bytes);
    won.push(`race/${index}`);
  } catch (error) {
    if (!(error instanceof DigitizationError && error.code === 'object-exists')) throw error;
  }
}
process.send!(won, () => process.disconnect());
