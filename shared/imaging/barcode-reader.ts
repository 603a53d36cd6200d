/** The one door to ZXing: grey pixels in, raw readings out; its WebAssembly is handed over, never fetched. */
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { DigitizationError } from '../errors/digitization-error.ts';
import { encodePgm, type GreyPicture } from './picture.ts';

export type CodeFormat = NonNullable<ReaderOptions['formats']>[number];
export type Reading = ReadResult;

export interface ScanOptions {
  readonly formats: readonly CodeFormat[];
  readonly binarizer?: 'LocalAverage' | 'GlobalHistogram';
  readonly denoise?: boolean;
}

let prepared: Promise<unknown> | null = null;

/**
 * Must run once before the first page; later calls change nothing.
 * `wasmBinary` holds the bytes of `zxing-wasm/reader/zxing_reader.wasm`, found with `import.meta.resolve`.
 * Throws `engine-unavailable` when the bytes are no WebAssembly that this ZXing can run.
 */
export async function prepareBarcodeReader(wasmBinary: Uint8Array): Promise<void> {
  prepared ??= prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer },
    fireImmediately: true,
  });
  try {
    await prepared;
  } catch (cause) {
    prepared = null;
    throw new DigitizationError('engine-unavailable', { engine: 'zxing' }, { cause });
  }
}

/** All readings in one picture, valid ones only; positions in its pixels. Throws `engine-unavailable` when not prepared. */
export async function scanForCodes(picture: GreyPicture, options: ScanOptions): Promise<Reading[]> {
  if (prepared === null)
    throw new DigitizationError('engine-unavailable', { engine: 'zxing', prepared: false });
  await prepared;
  // A PGM costs one copy; an ImageData would cost four bytes a pixel and two conversions.
  return readBarcodes(encodePgm(picture), {
    formats: [...options.formats],
    binarizer: options.binarizer ?? 'LocalAverage',
    tryDenoise: options.denoise ?? false,
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    // Its thirds invent values of bar codes whose modules shrink to a pixel: shrinking is decided per region instead.
    tryDownscale: false,
    textMode: 'Plain',
  });
}
