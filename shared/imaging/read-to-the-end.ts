/** Decodes a picture to its last row without keeping it: what was cut short or broken on the way complains. */
import sharp from 'sharp';

/** The decoder's first complaint, null when it has none; memory stays at a few rows unless the picture is interlaced. */
export async function readToTheEnd(
  bytes: Uint8Array,
  widthPx: number,
  heightPx: number,
): Promise<string | null> {
  try {
    await sharp(bytes, { failOn: 'warning', limitInputPixels: false, sequentialRead: true })
      // Rows come in order: the last one needs all before it.
      .extract({ left: 0, top: heightPx - 1, width: widthPx, height: 1 })
      .raw()
      .toBuffer();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
