/** Gives a JPEG another EXIF orientation without touching its picture data. */
import type { Orientation } from './exif.ts';
import { APP0, APP1, isNamed, type JpegStructure, payloadOf } from './jpeg-markers.ts';

/**
 * Drops every EXIF segment and, where the picture does not lie upright, puts in a minimal one (EXIF 2.32, 4.5.4):
 * big-endian, one directory, one entry. Everything else, the picture data too, stays as it is.
 */
export function withOrientation(
  bytes: Uint8Array,
  jpeg: JpegStructure,
  orientation: Orientation,
): Uint8Array {
  const exif = jpeg.segments.filter(
    (segment) => segment.marker === APP1 && isNamed(payloadOf(bytes, segment), 'Exif'),
  );
  if (exif.length === 0 && orientation === 1) return bytes;
  const first = jpeg.segments[0];
  const insertAt = first?.marker === APP0 ? first.end : 2;
  const parts: Uint8Array[] = [bytes.subarray(0, insertAt)];
  if (orientation !== 1) parts.push(orientationSegment(orientation));
  let from = insertAt;
  for (const segment of exif) {
    parts.push(bytes.subarray(from, segment.start));
    from = segment.end;
  }
  parts.push(bytes.subarray(from));
  return concatenate(parts);
}

function orientationSegment(orientation: Orientation): Uint8Array {
  const directory = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const payload = [0x45, 0x78, 0x69, 0x66, 0, 0, ...directory];
  return Uint8Array.from([0xff, APP1, 0, payload.length + 2, ...payload]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
