/** Walks the markers of a JPEG file from end to end without decoding: frame, segments, and whether it is whole. */

export interface JpegSegment {
  readonly marker: number;
  /** From the 0xFF of the marker up to the end of its payload. */
  readonly start: number;
  readonly end: number;
}

export interface JpegStructure {
  /** As stored, before EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: number;
  readonly bitsPerComponent: number;
  /** Start-of-frame marker (ITU-T T.81, table B.1): 0xC0 baseline, 0xC1 extended, 0xC2 progressive. */
  readonly frameMarker: number;
  /** Segments before the first scan. */
  readonly segments: readonly JpegSegment[];
  readonly scanCount: number;
  /** Behind the end-of-image marker; null for a file that was cut short. */
  readonly endOffset: number | null;
}

export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP2 = 0xe2;
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Null when there is no frame header to be found: not a JPEG, or cut within its headers. */
export function readJpegStructure(bytes: Uint8Array): JpegStructure | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xff00 + START_OF_IMAGE) return null;
  const segments: JpegSegment[] = [];
  let frame: JpegSegment | null = null;
  let scanCount = 0;
  let endOffset: number | null = null;
  let at = nextMarker(bytes, 2);
  while (at !== null && endOffset === null) {
    const marker = bytes[at + 1]!;
    if (marker === END_OF_IMAGE) {
      endOffset = at + 2;
      break;
    }
    if (at + 4 > bytes.length) break;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) break;
    const segment = { marker, start: at, end };
    if (isFrameHeader(marker)) frame ??= segment;
    if (marker === START_OF_SCAN) scanCount++;
    if (scanCount === 0) segments.push(segment);
    at = nextMarker(bytes, end);
  }
  if (frame === null || frame.end - frame.start < 10) return null;
  return {
    bitsPerComponent: view.getUint8(frame.start + 4),
    heightPx: view.getUint16(frame.start + 5),
    widthPx: view.getUint16(frame.start + 7),
    components: view.getUint8(frame.start + 9),
    frameMarker: frame.marker,
    segments,
    scanCount,
    endOffset,
  };
}

/** Payload of a segment without marker and length. */
export function payloadOf(bytes: Uint8Array, segment: JpegSegment): Uint8Array {
  return bytes.subarray(segment.start + 4, segment.end);
}

/** True for an APPn payload that opens with `name` and a NUL. */
export function isNamed(payload: Uint8Array, name: string): boolean {
  return (
    payload[name.length] === 0 && [...name].every((letter, index) => payload[index] === letter.charCodeAt(0))
  );
}

/** Skips entropy-coded data: stuffed zeroes, fill bytes and restart markers are part of it. */
function nextMarker(bytes: Uint8Array, from: number): number | null {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const marker = bytes[at + 1]!;
    const withinData = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7) || marker === 1;
    if (!withinData) return at;
    at = bytes.indexOf(0xff, marker === 0xff ? at + 1 : at + 2);
  }
  return null;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which have numbers between them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
