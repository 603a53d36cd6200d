/** Decides whether a PDF reader's DCT filter can take a JPEG as it is. */
import { APP0, readJpegStructure } from '../imaging/jpeg-markers.ts';

export interface JpegFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: 1 | 3;
  /** The three components are red, green and blue, and only their ids say so: readers take them for YCbCr. */
  readonly hidesRgb: boolean;
}

/** Start-of-frame marker of progressive coding; above it stand lossless and arithmetic coding. */
const PROGRESSIVE = 0xc2;
const APP14_ADOBE = 0xee;
const RGB_COMPONENT_IDS = [0x52, 0x47, 0x42];
const FIRST_COMPONENT = 10;
const COMPONENT_BYTES = 3;

/**
 * The frame of a grey or three-component JPEG that is baseline, extended or progressive with 8 bits (ITU-T T.81,
 * B.2.2), else null: CMYK, 12 bits, arithmetic coding and files without a plain header have to be coded anew.
 */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  const jpeg = readJpegStructure(bytes);
  if (jpeg === null || jpeg.frameMarker > PROGRESSIVE || jpeg.bitsPerComponent !== 8) return null;
  const { widthPx, heightPx, components, segments, frameMarker } = jpeg;
  if (widthPx === 0 || heightPx === 0 || (components !== 1 && components !== 3)) return null;
  const saysColours = segments.some(({ marker }) => marker === APP0 || marker === APP14_ADOBE);
  const frame = segments.find(({ marker }) => marker === frameMarker);
  const hasRgbIds = RGB_COMPONENT_IDS.every(
    (id, index) => frame && bytes[frame.start + FIRST_COMPONENT + index * COMPONENT_BYTES] === id,
  );
  return { widthPx, heightPx, components, hidesRgb: components === 3 && !saysColours && hasRgbIds };
}
