/** Looks into a JPEG's frame header for what a PDF reader's DCT filter can take as it is. */

export interface JpegFrame {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: 1 | 3;
  /** The three components are red, green and blue, and only their ids say so: readers take them for YCbCr. */
  readonly hidesRgb: boolean;
}

const START_OF_SCAN = 0xda;
const APP14_ADOBE = 0xee;
const RGB_COMPONENT_IDS = '82,71,66';

/**
 * The frame of a grey or three-component JPEG that is baseline, extended or progressive with 8 bits (ITU-T T.81,
 * B.2.2), else null: arithmetic coding, 12 bits, CMYK and files without a plain header have to be coded anew.
 */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let saysColours = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === START_OF_SCAN) return null;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    if (marker === APP14_ADOBE || marker === 0xe0) saysColours = true;
    if (isFrameHeader(marker)) return readFrame(bytes.subarray(at + 2, at + 2 + length), marker, saysColours);
    at += 2 + length;
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which have numbers between them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(segment: Uint8Array, marker: number, saysColours: boolean): JpegFrame | null {
  if (segment.length < 8 || marker > 0xc2 || segment[2] !== 8) return null;
  const heightPx = segment[3]! * 256 + segment[4]!;
  const widthPx = segment[5]! * 256 + segment[6]!;
  const components = segment[7];
  if (widthPx === 0 || heightPx === 0) return null;
  if (components !== 1 && components !== 3) return null;
  const ids = [segment[8], segment[11], segment[14]].join(',');
  return {
    widthPx,
    heightPx,
    components,
    hidesRgb: components === 3 && !saysColours && ids === RGB_COMPONENT_IDS,
  };
}
