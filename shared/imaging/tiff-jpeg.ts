/** Puts the JPEG strip of a TIFF page (TIFF Technical Note 2) together with its tables into a JPEG file of its own. */
import type { TiffPage } from './tiff-pages.ts';

const COMPRESSION_JPEG = 7;
const PHOTOMETRIC_RGB = 2;
const PHOTOMETRIC_YCBCR = 6;
const END_OF_IMAGE = 0xd9;

/** Null for pages of several strips or of another coding. */
export function joinTiffJpeg(bytes: Uint8Array, page: TiffPage): Uint8Array | null {
  const { compression, parts, photometric, tables } = page;
  const part = parts[0]!;
  if (compression !== COMPRESSION_JPEG || parts.length !== 1) return null;
  const strip = bytes.subarray(part.offset, part.offset + part.length);
  if (strip[0] !== 0xff || strip[1] !== 0xd8) return null;
  return new Uint8Array(
    Buffer.concat([strip.subarray(0, 2), colourMarker(photometric), withoutFrame(tables), strip.subarray(2)]),
  );
}

/** Adobe's APP14 says what TIFF says in its photometric tag; decoders would guess without it. */
function colourMarker(photometric: number): Uint8Array {
  if (photometric !== PHOTOMETRIC_RGB && photometric !== PHOTOMETRIC_YCBCR) return new Uint8Array(0);
  const transform = photometric === PHOTOMETRIC_YCBCR ? 1 : 0;
  return Uint8Array.from([0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform]);
}

/** The tables are a JPEG stream without a picture: start and end markers go. */
function withoutFrame(tables: Uint8Array): Uint8Array {
  if (tables.length < 4) return new Uint8Array(0);
  return tables.subarray(2, tables.at(-1) === END_OF_IMAGE ? -2 : undefined);
}
