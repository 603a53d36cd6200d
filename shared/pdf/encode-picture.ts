/** Turns a delivered picture into a PDF image: its own bytes where PDF can read them, else coded anew, upright or not. */
import sharp, { type Metadata } from 'sharp';
import { compose, IDENTITY, isAffine } from '../domain/geometry.ts';
import type { PageFrame } from '../domain/page-text.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import type { Orientation } from '../imaging/exif.ts';
import { drawInPerspective } from './draw-in-perspective.ts';
import { type ImageStream, keepBytes } from './image-stream.ts';
import { exifTransform, type PlacedPicture } from './place-image.ts';
import { recodePicture } from './recode-picture.ts';

/** The cap of libvips itself: 16383 × 16383. */
const MAX_PIXELS = 268_402_689;

/**
 * The first page of JPEG, PNG or TIFF bytes and where it lies on `frame`. A plane transform is left to the page's
 * matrix; only perspective, which PDF has no matrix for, makes new pixels.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`
 */
export async function encodePicture(
  bytes: Uint8Array,
  frame: PageFrame,
): Promise<ImageStream & PlacedPicture> {
  boundPixels(frame.widthPx, frame.heightPx);
  if (!isAffine(frame.fromImage)) {
    const drawn = await drawInPerspective(bytes, frame, MAX_PIXELS);
    return { ...readBack(drawn), toFrame: IDENTITY };
  }
  const metadata = await readMetadata(bytes);
  boundPixels(metadata.width, metadata.height);
  const orientation = (metadata.orientation ?? 1) as Orientation;
  return {
    ...(keepBytes(bytes) ?? readBack(await recodePicture(bytes, metadata, MAX_PIXELS))),
    toFrame: compose(exifTransform(orientation, metadata.width, metadata.height), frame.fromImage),
  };
}

function boundPixels(widthPx: number, heightPx: number): void {
  if (widthPx * heightPx > MAX_PIXELS)
    throw new DigitizationError('scan-too-many-pixels', { widthPx, heightPx });
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch (cause) {
    throw new DigitizationError('scan-damaged', { bytes: bytes.length }, { cause });
  }
}

/** What we coded ourselves is of a kind that PDF reads. */
function readBack(coded: Uint8Array): ImageStream {
  const stream = keepBytes(coded);
  if (stream === null) throw new DigitizationError('unexpected', { bytes: coded.length });
  return stream;
}
