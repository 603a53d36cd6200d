/** The dictionary entries and bytes of a PDF image for each way of coding pixels (ISO 32000-1, 8.9.5). */
import { PDFHexString, type PDFObject } from 'pdf-lib';
import { type JpegFrame, readJpegFrame } from './jpeg-frame.ts';
import { type PngPixels, readPngPixels } from './png-pixels.ts';
import { type G4Strip, readG4Strip } from './tiff-g4.ts';

type Entry = string | number | boolean | PDFObject | Entry[] | { [key: string]: Entry };

export interface ImageStream {
  /** Pixels as coded, before any EXIF orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the dictionary says about the bytes, in the literals of pdf-lib: a string is a name. */
  readonly entries: { readonly [key: string]: Entry };
  readonly bytes: Uint8Array;
}

/** The bytes of a JPEG, PNG or Group 4 TIFF as they are; null where PDF cannot read them so. */
export function keepBytes(bytes: Uint8Array): ImageStream | null {
  const jpeg = readJpegFrame(bytes);
  if (jpeg) return jpegStream(jpeg, bytes);
  const png = readPngPixels(bytes);
  if (png) return pngStream(png);
  const strip = readG4Strip(bytes);
  return strip && g4Stream(strip);
}

function jpegStream(jpeg: JpegFrame, bytes: Uint8Array): ImageStream {
  return {
    widthPx: jpeg.widthPx,
    heightPx: jpeg.heightPx,
    entries: {
      ColorSpace: jpeg.components === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: 8,
      Filter: 'DCTDecode',
      ...(jpeg.hidesRgb && { DecodeParms: { ColorTransform: 0 } }),
    },
    bytes,
  };
}

/** Predictor 15 is PNG's own: each row names its filter (ISO 32000-1, 7.4.4.4). */
function pngStream(png: PngPixels): ImageStream {
  const { widthPx, heightPx, bitsPerComponent, components, palette } = png;
  return {
    widthPx,
    heightPx,
    entries: {
      ColorSpace: palette ? indexed(palette) : components === 1 ? 'DeviceGray' : 'DeviceRGB',
      BitsPerComponent: bitsPerComponent,
      Filter: 'FlateDecode',
      DecodeParms: {
        Predictor: 15,
        Colors: components,
        BitsPerComponent: bitsPerComponent,
        Columns: widthPx,
      },
    },
    bytes: png.deflated,
  };
}

function indexed(palette: Uint8Array): Entry {
  const colours = Array.from(palette, (value) => value.toString(16).padStart(2, '0')).join('');
  return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, PDFHexString.of(colours)];
}

function g4Stream(strip: G4Strip): ImageStream {
  const { widthPx, heightPx, inverted, data } = strip;
  return {
    widthPx,
    heightPx,
    entries: {
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 1,
      Filter: 'CCITTFaxDecode',
      DecodeParms: { K: -1, Columns: widthPx, Rows: heightPx, BlackIs1: inverted },
    },
    bytes: data,
  };
}
