/** Packs a grey picture as a PNG that Textract's synchronous operation takes. */
import sharp from 'sharp';
import type { GreyPicture } from '../../ports/ocr-engine.ts';

/** "Set Quotas in Amazon Textract": 10 MB in memory, taken here as the smaller of its two readings. */
const MAX_BYTES = 10_000_000;
const MAX_SIDE_PX = 10_000;
/** PNG keeps what it cannot compress with less than 1 % on top: so many grey pixels always fit. */
const SURELY_FITTING_PIXELS = 9_900_000;

/** Shrinks what is over the limits, both sides alike: Textract's boxes are shares of the sides and stay right. */
export async function packForTextract(picture: GreyPicture): Promise<Uint8Array> {
  const { widthPx, heightPx } = picture;
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(widthPx, heightPx));
  const png = await encodePng(picture, scale);
  if (png.length <= MAX_BYTES) return png;
  return encodePng(picture, Math.min(scale, Math.sqrt(SURELY_FITTING_PIXELS / (widthPx * heightPx))));
}

async function encodePng({ data, widthPx, heightPx }: GreyPicture, scale: number): Promise<Uint8Array> {
  const raw = { width: widthPx, height: heightPx, channels: 1 } as const;
  const picture = sharp(data, { raw }).toColourspace('b-w');
  if (scale < 1) {
    const width = Math.max(1, Math.floor(widthPx * scale));
    const height = Math.max(1, Math.floor(heightPx * scale));
    picture.resize({ width, height, fit: 'fill' });
  }
  return picture.png().toBuffer();
}
