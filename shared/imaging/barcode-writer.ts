/** Writes bar codes as fields of dark and light; its WebAssembly is handed over, never fetched. */
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { DigitizationError } from '../errors/digitization-error.ts';

/** Rows of modules, dark ones true; a linear code has one row. Without quiet zones. */
export type CodeModules = readonly (readonly boolean[])[];

export type WrittenFormat = 'QRCode' | 'Code128';

let prepared: Promise<unknown> | null = null;

/** Must run once before the first code; `wasmBinary` holds the bytes of `zxing-wasm/writer/zxing_writer.wasm`. */
export async function prepareBarcodeWriter(wasmBinary: Uint8Array): Promise<void> {
  prepared ??= prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer },
    fireImmediately: true,
  });
  await prepared;
}

/** QR codes correct a quarter of their modules: sheets get folded and written on. */
export async function writeCode(text: string, format: WrittenFormat): Promise<CodeModules> {
  if (prepared === null)
    throw new DigitizationError('engine-unavailable', { engine: 'zxing', prepared: false });
  await prepared;
  const options = format === 'QRCode' ? { format, options: 'ecLevel=Q' } : { format };
  const { symbol, error } = await writeBarcode(text, { ...options, addQuietZones: false });
  if (error) throw new DigitizationError('unexpected', { engine: 'zxing', format });
  const { data, width, height } = symbol;
  const rows = format === 'Code128' ? 1 : height;
  return Array.from({ length: rows }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[y * width + x]! < 128),
  );
}
