/** The font that the mark of conversion is drawn with, as the packages bring it. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FONT = '@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf';

export function readMarkFont(): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(FONT)));
}
