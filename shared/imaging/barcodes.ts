/** Reads the bar and matrix codes of one page, and only those that are printed on it. */
import { apply, type Box, IDENTITY, type Transform } from '../domain/geometry.ts';
import type { ReadCode, Symbology } from '../domain/page-text.ts';
import { type Reading, scanForCodes } from './barcode-reader.ts';
import { type CodeRegion, findCodeRegions } from './code-regions.ts';
import { viewsOf } from './code-views.ts';
import type { GreyPicture } from './picture.ts';
import { shrink } from './shrink.ts';

/** Larger pictures are halved: 600 dpi gives modules that need no more. */
const MOST_PIXELS = 20_000_000;
/** What all views of a page may cost together; about 20 ns a pixel. */
const VIEW_BUDGET_PX = 30_000_000;
const MAX_SUSPECTS = 4;
/** Paper shows the code of its other side at up to a fifth of its ink, and bars read the same mirrored. */
const LEAST_CONTRAST = 0.2;

interface Sighting {
  readonly code: ReadCode;
  /** Rows of the picture that agree on a bar code; Infinity for codes that correct their errors. */
  readonly agreeingLines: number;
}

/**
 * Codes in reading order (top to bottom, then left to right), boxes in pixels of `picture`.
 * QR payloads are UTF-8 wherever their bytes allow it, for their declared character set is rarely right.
 * @throws DigitizationError `engine-unavailable` when `prepareBarcodeReader` did not run.
 */
export async function readCodes(picture: GreyPicture): Promise<ReadCode[]> {
  const factor = Math.ceil(Math.sqrt((picture.widthPx * picture.heightPx) / MOST_PIXELS));
  const page = shrink(picture, factor);
  const sightings = await sightCodes(
    page,
    IDENTITY,
    { formats: ['QRCode', 'Code128', 'Code39', 'ITF', 'EAN13'] },
    page,
  );
  const suspects = findCodeRegions(page).filter((region) => !isRead(region, sightings));
  let budgetPx = VIEW_BUDGET_PX;
  for (const region of suspects.slice(0, MAX_SUSPECTS)) {
    for (const view of viewsOf(page, region)) {
      budgetPx -= view.picture.data.length;
      if (budgetPx < 0) break;
      const fresh = (await sightCodes(view.picture, view.toPicture, view.options, page)).filter(
        (found) => !sightings.some((known) => overlaps(known.code.box, found.code.box)),
      );
      sightings.push(...fresh);
      if (fresh.length > 0) break;
    }
  }
  return settle(sightings).map((code) => ({ ...code, box: enlarge(code.box, factor) }));
}

/** Only some rows of a bar code are read, which says nothing about the height of its bars. */
function isRead(region: CodeRegion, sightings: readonly Sighting[]): boolean {
  return sightings.some(({ code }) => {
    const shared = sharedArea(region.box, code.box);
    if (region.kind === 'bars' && isLinear(code.symbology)) return shared > 0;
    return shared > 0.5 * region.box.width * region.box.height;
  });
}

async function sightCodes(
  view: GreyPicture,
  toPage: Transform,
  options: Parameters<typeof scanForCodes>[1],
  page: GreyPicture,
): Promise<Sighting[]> {
  const sightings: Sighting[] = [];
  for (const reading of await scanForCodes(view, options)) {
    const symbology = symbologyOf(reading);
    if (symbology === null || reading.isMirrored) continue;
    const value = decodeValue(reading);
    const agreeingLines = isLinear(symbology) ? reading.lineCount : Number.POSITIVE_INFINITY;
    if (!isPlausible(symbology, value, agreeingLines)) continue;
    const box = boxOnPage(reading, toPage);
    if (isLinear(symbology) && contrastIn(page, box) < LEAST_CONTRAST) continue;
    sightings.push({ code: { symbology, value, box }, agreeingLines });
  }
  return sightings;
}

/** Null for kinds that nobody prints on these papers and that noise imitates: micro codes, runes, short EANs. */
function symbologyOf(reading: Reading): Symbology | null {
  switch (reading.format) {
    case 'QRCode':
    case 'QRCodeModel2':
      return 'QRCode';
    case 'Aztec':
    case 'AztecCode':
      return 'Aztec';
    case 'Code128':
    case 'DataMatrix':
    case 'PDF417':
    case 'EAN13':
      return reading.format;
    default:
      return reading.symbology === 'Code39' || reading.symbology === 'ITF' ? reading.symbology : null;
  }
}

function isLinear(symbology: Symbology): boolean {
  return symbology === 'Code128' || symbology === 'Code39' || symbology === 'ITF' || symbology === 'EAN13';
}

/** The weaker a symbology guards itself, the more rows must agree and the longer it must be: text and rules look like bars. */
function isPlausible(symbology: Symbology, value: string, agreeingLines: number): boolean {
  switch (symbology) {
    case 'Code128':
      return agreeingLines >= 3 && /^[\x1d\x20-\x7e]{4,80}$/.test(value);
    case 'EAN13':
      return agreeingLines >= 4;
    case 'Code39':
      return agreeingLines >= 6 && value.length >= 5;
    case 'ITF':
      return agreeingLines >= 8 && value.length >= 8;
    default:
      return value.length > 0;
  }
}

function decodeValue(reading: Reading): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(reading.bytes);
  } catch {
    return reading.text;
  }
}

function boxOnPage(reading: Reading, toPage: Transform): Box {
  const { topLeft, topRight, bottomRight, bottomLeft } = reading.position;
  const corners = [topLeft, topRight, bottomRight, bottomLeft].map((corner) => apply(toPage, corner));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Ink against paper inside a box: 0 for none, near 1 for black on white. */
function contrastIn(page: GreyPicture, box: Box): number {
  const [left, right] = [
    Math.max(0, Math.floor(box.x)),
    Math.min(page.widthPx, Math.ceil(box.x + box.width)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(box.y)),
    Math.min(page.heightPx, Math.ceil(box.y + box.height)),
  ];
  const values: number[] = [];
  for (let y = top; y < bottom; y += 3)
    for (let x = left; x < right; x++) values.push(page.data[y * page.widthPx + x]!);
  values.sort((a, b) => a - b);
  const ink = values[Math.floor(values.length * 0.1)] ?? 255;
  const paper = values[Math.floor(values.length * 0.9)] ?? 255;
  return (paper - ink) / Math.max(1, paper);
}

/** One code per place: of contradicting readings the one that more rows agree on. */
function settle(sightings: readonly Sighting[]): ReadCode[] {
  const kept: ReadCode[] = [];
  for (const { code } of [...sightings].sort((a, b) => (a.agreeingLines < b.agreeingLines ? 1 : -1))) {
    if (!kept.some((other) => overlaps(other.box, code.box))) kept.push(code);
  }
  return kept.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

function overlaps(a: Box, b: Box): boolean {
  return sharedArea(a, b) > 0.3 * Math.min(a.width * a.height, b.width * b.height);
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function enlarge(box: Box, factor: number): Box {
  return { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor };
}
