/** Tells a whole JPEG from one that was cut short or broken on its way, and keeps it to its own end. */
import type { ExplodeLimits } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { type ExifFacts, readExif } from './exif.ts';
import { APP1, isNamed, type JpegStructure, payloadOf, readJpegStructure } from './jpeg-markers.ts';
import { readToTheEnd } from './read-to-the-end.ts';
import { checkPictureSize } from './scan-plan.ts';

export interface OpenedJpeg {
  /** Up to the end-of-image marker, which is put there where it is missing. */
  readonly bytes: Uint8Array;
  readonly structure: JpegStructure;
}

export interface SoundJpeg extends OpenedJpeg {
  /** The end marker is missing or the decoder grumbled: a person has to look at the page. */
  readonly irregular: boolean;
}

/** A picture of usual making has about ten scans; thousands are made to burn time. */
const MAX_SCANS = 100;
/** Baseline, extended and progressive, Huffman coded: what a PDF may hold (ISO 32000-1, 7.4.8). */
const USUAL_FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Complaints of the decoder that leave the picture whole; many left-over bytes are a picture that it lost track of. */
const HARMLESS = /\b[1-6]?\d extraneous bytes before marker|unknown Adobe|thumbnail|version number/i;

/** @throws DigitizationError `scan-damaged` when there is no picture to be found. */
export function openJpeg(file: Uint8Array): OpenedJpeg {
  const structure = readJpegStructure(file);
  if (structure === null) throw new DigitizationError('scan-damaged', { reason: 'no-frame' });
  const bytes = structure.endOffset === null ? endImage(file) : file.subarray(0, structure.endOffset);
  return { bytes, structure };
}

/**
 * Reads a JPEG to its last row.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`.
 */
export async function checkJpeg(file: Uint8Array, limits: ExplodeLimits): Promise<SoundJpeg> {
  const { bytes, structure } = openJpeg(file);
  checkPictureSize(structure.widthPx, structure.heightPx, limits);
  if (structure.scanCount === 0 || structure.scanCount > MAX_SCANS) {
    throw new DigitizationError('scan-damaged', { scans: structure.scanCount });
  }
  const complaint = await readToTheEnd(bytes, structure.widthPx, structure.heightPx);
  if (complaint !== null && !HARMLESS.test(complaint)) {
    throw new DigitizationError('scan-damaged', { reason: 'picture-data' });
  }
  return { bytes, structure, irregular: complaint !== null || structure.endOffset === null };
}

/** True for what decoders and PDF readers take as it is: 8 bits, grey or three components. */
export function isUsual(jpeg: JpegStructure): boolean {
  return (
    USUAL_FRAMES.has(jpeg.frameMarker) && jpeg.bitsPerComponent === 8 && [1, 3].includes(jpeg.components)
  );
}

/** Null for a picture without EXIF. */
export function readJpegExif({ bytes, structure }: OpenedJpeg): ExifFacts | null {
  const blocks = structure.segments
    .filter((segment) => segment.marker === APP1)
    .map((segment) => payloadOf(bytes, segment))
    .filter((payload) => isNamed(payload, 'Exif'));
  const first = blocks[0];
  if (first === undefined) return null;
  const facts = readExif(first.subarray(6));
  // EXIF fits one segment; a chain of them is padding or an attack.
  return blocks.length > 1 ? { ...facts, damaged: true } : facts;
}

/** Only the marker may be missing: the decoder tells whether picture data is missing too. */
function endImage(file: Uint8Array): Uint8Array {
  const ended = new Uint8Array(file.length + 2);
  ended.set(file);
  ended.set([0xff, 0xd9], file.length);
  return ended;
}
