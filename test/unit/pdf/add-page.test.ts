import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  apply,
  compose,
  IDENTITY,
  invert,
  isAffine,
  rotation,
  type Transform,
  translation,
} from '../../../shared/domain/geometry.ts';
import { writePaperPdf } from '../../../shared/pdf/write-paper.ts';
import { meanDifference, renderPdfPage } from '../../support/render-pdf-page.ts';
import { samplePaper } from '../../support/sample-paper.ts';
import { buildG4Tiff } from '../../support/sample-tiff.ts';

const [WIDTH, HEIGHT] = [192, 128];
/** White around the drawing where a slanted picture has room for its corners. */
const MARGIN = 40;
const DPI = 72;
/** JPEG and resampling at edges cost a few levels; a wrong turn, mirror or tone costs dozens. */
const TOLERANCE = 4;

/** Four unlike corners and a bar off the middle: no turn or mirror image of it looks the same. */
function drawing(colour: boolean): Sharp {
  const [a, b, c] = colour ? ['#c02020', '#20a040', '#2040c0'] : ['#000', '#000', '#000'];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#fff"/><rect width="64" height="32" fill="${a}"/>
    <rect x="160" width="32" height="64" fill="${b}"/><rect y="112" width="48" height="16" fill="${c}"/>
    <rect x="80" y="48" width="48" height="16" fill="#000"/></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' });
}

async function show(bytes: Uint8Array, fromImage: Transform = IDENTITY, swapped = false) {
  const [widthPx, heightPx] = swapped ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const frame = { widthPx, heightPx, dpi: DPI, fromImage };
  const image = { bytes, mediaType: 'image/jpeg' } as const;
  const pdf = await writePaperPdf(samplePaper([{ image, text: { frame, lines: [], codes: [] } }]));
  const page = await renderPdfPage(pdf, 1, DPI);
  expect([page.widthPx, page.heightPx]).toEqual([widthPx, heightPx]);
  return page.data;
}

function pixels(picture: Sharp): Promise<Buffer> {
  return picture.flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer();
}

describe('a page shows its picture', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('upright and not mirrored: EXIF orientation %i', async (orientation) => {
    const bytes = await drawing(true).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const upright = await pixels(sharp(bytes).autoOrient());
    const shown = await show(bytes, IDENTITY, orientation > 4);
    expect(meanDifference(shown, upright)).toBeLessThan(TOLERANCE);
  });

  it.each([
    ['grey JPEG', () => drawing(true).toColourspace('b-w').jpeg({ quality: 95 })],
    ['progressive JPEG', () => drawing(true).jpeg({ quality: 95, progressive: true })],
    ['CMYK JPEG', () => drawing(false).toColourspace('cmyk').jpeg({ quality: 95 })],
    ['PNG', () => drawing(true).png()],
    ['PNG with numbered colours', () => drawing(true).png({ palette: true, colours: 8 })],
    ['PNG with alpha', () => drawing(true).ensureAlpha(0.5).png()],
    ['interlaced PNG', () => drawing(true).png({ progressive: true })],
    ['PNG of 16 bits', () => drawing(true).toColourspace('rgb16').png()],
    ['grey PNG', () => drawing(true).toColourspace('b-w').png()],
    ['colour TIFF', () => drawing(true).tiff({ compression: 'lzw' })],
    ['JPEG in TIFF', () => drawing(true).tiff({ compression: 'jpeg', quality: 95 })],
    ['turned TIFF', () => drawing(true).withMetadata({ orientation: 3 }).tiff({ compression: 'lzw' })],
  ] as const)('in its own colours: %s', async (_, source) => {
    const bytes = await source().toBuffer();
    const upright = await pixels(sharp(bytes).autoOrient());
    expect(meanDifference(await show(bytes), upright)).toBeLessThan(TOLERANCE);
  });

  it.each([
    { photometric: 0, fillOrder: 1, bigEndian: false },
    { photometric: 0, fillOrder: 2, bigEndian: true },
    { photometric: 1, fillOrder: 1, bigEndian: true },
    { photometric: 1, fillOrder: 2, bigEndian: false },
  ] as const)('black on white: Group 4 as %o', async (kind) => {
    const grey = await drawing(false).toColourspace('b-w').raw().toBuffer();
    const shown = await show(await buildG4Tiff(grey, WIDTH, HEIGHT, kind));
    expect(meanDifference(shown, await pixels(drawing(false)))).toBeLessThan(1);
  });

  it('at its own size: bilevel pictures that are coded anew', async () => {
    const odd = { left: 0, top: 0, width: 189, height: 121 };
    const bytes = await drawing(false)
      .extract(odd)
      .toColourspace('b-w')
      .tiff({ compression: 'lzw', predictor: 'none', bitdepth: 1 })
      .toBuffer();
    const expected = drawing(false)
      .extract(odd)
      .extend({ right: WIDTH - odd.width, bottom: HEIGHT - odd.height, background: '#fff' });
    expect(meanDifference(await show(bytes), await pixels(expected))).toBeLessThan(1);
  });

  const centre = translation(-WIDTH / 2, -HEIGHT / 2);
  const back = translation(WIDTH / 2, HEIGHT / 2);
  const straighten = compose(compose(centre, rotation(-7)), back);
  const flattenPhoto: Transform = [1.1, 0.05, -4, 0.02, 1.06, 3, 0.0004, 0.0006, 1];

  it.each([
    ['a slanted scan', straighten],
    ['a photographed page', flattenPhoto],
  ] as const)('straight again: %s', async (_, toFrame) => {
    const expected = await pixels(drawing(true));
    const bytes = await photograph(expected, compose(invert(toFrame), translation(MARGIN, MARGIN)));
    const cutOut = translation(-MARGIN, -MARGIN);
    const straight = meanDifference(await show(bytes, compose(cutOut, toFrame)), expected);
    const asDelivered = meanDifference(await show(bytes, cutOut), expected);
    expect(straight).toBeLessThan(6);
    expect(asDelivered).toBeGreaterThan(2 * straight);
    expect(isAffine(toFrame)).toBe(toFrame === straighten);
  });
});

/** Moves the drawing by nearest pixels: a plain second way of doing what the page has to undo. */
function photograph(rgb: Uint8Array, fromDrawing: Transform): Promise<Buffer> {
  const [width, height] = [WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN];
  const moved = Buffer.alloc(width * height * 3, 255);
  const toDrawing = invert(fromDrawing);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = apply(toDrawing, { x: x + 0.5, y: y + 0.5 });
      const [u, v] = [Math.floor(at.x), Math.floor(at.y)];
      if (u < 0 || v < 0 || u >= WIDTH || v >= HEIGHT) continue;
      moved.set(rgb.subarray((v * WIDTH + u) * 3, (v * WIDTH + u) * 3 + 3), (y * width + x) * 3);
    }
  }
  return sharp(moved, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
}
