/** Draws pages for tests: Vietnamese text, turned and slanted at will, as pixels or as a file. */
import sharp from 'sharp';
import type { GreyPicture } from '../../shared/imaging/picture.ts';

export const SAMPLE_LINES = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Tờ khai đăng ký khai sinh',
  'Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Mẫu',
  'Nơi cư trú: ấp Thử Nghiệm, xã Kiểm Tra',
  'Quan hệ với người được khai sinh: mẹ đẻ',
];

interface PageDrawing {
  readonly lines?: readonly string[];
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly fontPx?: number;
  /** Clockwise slant of the text on the sheet. */
  readonly slantDeg?: number;
  readonly ink?: string;
  readonly paper?: string;
  /** More SVG over the text. */
  readonly extra?: string;
}

export function drawSvg(drawing: PageDrawing = {}): Buffer {
  const { lines = SAMPLE_LINES, widthPx = 1000, heightPx = 700, fontPx = 34, slantDeg = 0 } = drawing;
  const text = lines
    .map(
      (line, i) =>
        `<text x="80" y="${120 + i * fontPx * 2}">${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`,
    )
    .join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">` +
      `<rect width="100%" height="100%" fill="${drawing.paper ?? '#fff'}"/>` +
      `<g transform="rotate(${slantDeg} ${widthPx / 2} ${heightPx / 2})" fill="${drawing.ink ?? '#000'}" ` +
      `font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="${fontPx}">${text}${drawing.extra ?? ''}</g></svg>`,
  );
}

export async function drawGreyPage(drawing: PageDrawing = {}, turnedDeg = 0): Promise<GreyPicture> {
  const { data, info } = await sharp(drawSvg(drawing))
    .rotate(turnedDeg)
    .flatten({ background: '#fff' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
}

export async function drawPngPage(drawing: PageDrawing = {}, turnedDeg = 0): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(drawSvg(drawing)).rotate(turnedDeg).flatten({ background: '#fff' }).png().toBuffer(),
  );
}
