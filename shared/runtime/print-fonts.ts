/** What printing needs from the disk, loaded when the first sheet is asked for: a Vietnamese font and the code writer. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareBarcodeWriter } from '../imaging/barcode-writer.ts';
import type { PrintFonts } from '../pipeline/print-sheets.ts';

const FONT = '@expo-google-fonts/be-vietnam-pro';

let loaded: Promise<PrintFonts> | null = null;

export function loadPrintFonts(): Promise<PrintFonts> {
  // What could not be loaded is tried again for the next sheet.
  loaded ??= load().catch((error) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(): Promise<PrintFonts> {
  const [regular, bold, writer] = await Promise.all(
    [
      `${FONT}/400Regular/BeVietnamPro_400Regular.ttf`,
      `${FONT}/700Bold/BeVietnamPro_700Bold.ttf`,
      'zxing-wasm/writer/zxing_writer.wasm',
    ].map((file) => readFile(fileURLToPath(import.meta.resolve(file)))),
  );
  await prepareBarcodeWriter(writer!);
  return { regular: regular!, bold: bold! };
}
