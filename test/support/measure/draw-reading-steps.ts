/** Draws what single steps of reading do: the engine's copy of a golden page without a step, and with it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { decodePicture } from '../../../shared/imaging/codec.ts';
import type { GreyPicture } from '../../../shared/imaging/picture.ts';
import { drawForEngine, measurePage, type PreparationStep } from '../../../shared/imaging/prepare-page.ts';
import { findTextLines } from '../../../shared/imaging/text-lines.ts';
import { typesetLines } from '../../../shared/imaging/typeset.ts';

const DPI = 200;
const MAX_PIXELS = 1e8;
const CELL = { widthPx: 600, heightPx: 260, gapPx: 16, captionPx: 34 };

interface Shown {
  readonly step: PreparationStep;
  readonly page: string;
  readonly dpi: number | null;
  /** Part of the copy that is shown, in shares of its size. */
  readonly part: { readonly left: number; readonly top: number; readonly width: number };
}

const SHOWN: readonly Shown[] = [
  { step: 'sheet/1', page: 'phone-photo', dpi: null, part: { left: 0, top: 0, width: 1 } },
  { step: 'even-light/1', page: 'phone-photo', dpi: null, part: { left: 0.3, top: 0.3, width: 0.6 } },
  { step: 'colour-drop/1', page: 'seal-over-text', dpi: DPI, part: { left: 0.45, top: 0.4, width: 0.5 } },
  { step: 'straighten/2', page: 'slanted', dpi: DPI, part: { left: 0.1, top: 0.05, width: 0.8 } },
  { step: 'declutter/3', page: 'form-by-hand', dpi: DPI, part: { left: 0.05, top: 0.3, width: 0.55 } },
];
/** Typesetting shows on its own: the lines of a card, and how they are set anew. */
const TYPESET = { page: 'card-both-sides', part: { left: 0.05, top: 0.05, width: 0.5 } };

/** @returns a WebP, two pictures a row, each row under the step's name */
export async function drawReadingSteps(golden: string): Promise<Buffer> {
  const rows: { readonly title: string; readonly cells: readonly Buffer[] }[] = [];
  for (const { step, page, dpi, part } of SHOWN) {
    const picture = await openPage(golden, page);
    const copies = [new Set([step]), new Set<PreparationStep>()].map(
      (leftOut) => drawForEngine(measurePage(picture, dpi, leftOut), 0, DPI).clear,
    );
    rows.push({ title: step, cells: await Promise.all(copies.map((copy) => cut(copy, part))) });
  }
  const { clear } = drawForEngine(measurePage(await openPage(golden, TYPESET.page), DPI), 0, DPI);
  const lines = findTextLines(clear, DPI);
  const sheet = typesetLines(clear, lines, [...lines.boxes.keys()]).picture;
  const set = await cut(sheet, { left: 0, top: 0, width: 1 });
  rows.push({ title: 'typeset/4', cells: [await cut(clear, TYPESET.part), set] });
  return compose(rows);
}

async function openPage(golden: string, name: string) {
  const folder = join(golden, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('page.'))!;
  return decodePicture(readFileSync(join(folder, file)), MAX_PIXELS);
}

async function cut(picture: GreyPicture, part: Shown['part']): Promise<Buffer> {
  const { widthPx, heightPx, data } = picture;
  const width = Math.round(part.width * widthPx);
  const height = Math.min(heightPx, Math.round((width * CELL.heightPx) / CELL.widthPx));
  const left = Math.min(widthPx - width, Math.round(part.left * widthPx));
  const top = Math.min(heightPx - height, Math.round(part.top * heightPx));
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .extract({ left, top, width, height })
    .resize(CELL.widthPx, CELL.heightPx, { fit: 'contain', background: '#fff' })
    .png()
    .toBuffer();
}

async function compose(
  rows: readonly { readonly title: string; readonly cells: readonly Buffer[] }[],
): Promise<Buffer> {
  const rowPx = CELL.captionPx + CELL.heightPx + CELL.gapPx;
  const width = 2 * CELL.widthPx + 3 * CELL.gapPx;
  const height = rows.length * rowPx + CELL.gapPx;
  const captions = rows
    .map(
      ({ title }, row) =>
        `<text x="${CELL.gapPx}" y="${row * rowPx + CELL.captionPx}">without ${title}</text>` +
        `<text x="${2 * CELL.gapPx + CELL.widthPx}" y="${row * rowPx + CELL.captionPx}">with it</text>`,
    )
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Sans, sans-serif" font-size="20" fill="#333">${captions}</svg>`;
  const placed = rows.flatMap(({ cells }, row) =>
    cells.map((input, column) => ({
      input,
      left: CELL.gapPx + column * (CELL.widthPx + CELL.gapPx),
      top: row * rowPx + CELL.captionPx + CELL.gapPx / 2,
    })),
  );
  return sharp({ create: { width, height, channels: 3, background: '#eef0f2' } })
    .composite([...placed, { input: Buffer.from(svg), left: 0, top: 0 }])
    .webp({ quality: 60 })
    .toBuffer();
}
