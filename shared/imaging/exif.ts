/** The few EXIF facts that decide how a picture is shown: its orientation, its resolution, and whether a camera took it. */
import { openTiff, readDirectory, type TiffBlock } from './tiff-directory.ts';

/** EXIF 2.32, tag 0x0112: 1 upright, 3 upside down, 6 to be turned 90° clockwise, 8 270°; the even-odd others mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface ExifFacts {
  readonly orientation: Orientation;
  readonly dpi: number | null;
  /** Exposure, aperture or focal length are given: no scanner has them. */
  readonly camera: boolean;
  /** Values or links point outside, or directories refer to themselves. */
  readonly damaged: boolean;
}

const ORIENTATION = 0x0112;
const X_RESOLUTION = 0x011a;
const RESOLUTION_UNIT = 0x0128;
const EXIF_DIRECTORY = 0x8769;
const CAMERA_TAGS = new Set([0x829a, 0x829d, 0x8827, 0x920a]);
const MAIN_TAGS = new Set([ORIENTATION, X_RESOLUTION, RESOLUTION_UNIT, EXIF_DIRECTORY]);

const NO_FACTS: ExifFacts = { orientation: 1, dpi: null, camera: false, damaged: true };

/** @param block the TIFF block after `Exif\0\0`, or a PNG's eXIf chunk */
export function readExif(block: Uint8Array): ExifFacts {
  const tiff = openTiff(block);
  const main = tiff && readDirectory(tiff, tiff.firstDirectory, MAIN_TAGS);
  if (!tiff || !main) return NO_FACTS;
  const detail = readCameraDirectory(tiff, main.fields.get(EXIF_DIRECTORY)?.[0]);
  return {
    orientation: toOrientation(main.fields.get(ORIENTATION)?.[0]),
    dpi: dpiFromResolution(main.fields.get(X_RESOLUTION)?.[0], main.fields.get(RESOLUTION_UNIT)?.[0]),
    camera: detail.camera,
    damaged: main.damaged || detail.damaged || main.next === tiff.firstDirectory,
  };
}

export function toOrientation(value: number | undefined): Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8
    ? (value as Orientation)
    : 1;
}

/** True for the four orientations that swap width and height. */
export function swapsAxes(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** TIFF 6.0, tag 296: 2 inch (the default), 3 centimetre, 1 no unit. */
export function dpiFromResolution(resolution: number | undefined, unit: number | undefined): number | null {
  if (resolution === undefined || !(resolution > 0) || unit === 1) return null;
  return unit === 3 ? resolution * 2.54 : resolution;
}

function readCameraDirectory(
  tiff: TiffBlock,
  offset: number | undefined,
): { camera: boolean; damaged: boolean } {
  if (offset === undefined) return { camera: false, damaged: false };
  const directory = readDirectory(tiff, offset, CAMERA_TAGS);
  if (!directory) return { camera: false, damaged: true };
  return { camera: directory.fields.size > 0, damaged: directory.damaged || offset === tiff.firstDirectory };
}
