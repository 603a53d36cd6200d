/** Decides how a PDF page becomes a picture: the scan that it is, or a drawing of what it shows. */
import type { ExplodeLimits } from '../domain/exploded-scan.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import { checkPictureSize } from '../imaging/scan-plan.ts';
import { areaOf, intersect, type PageRect } from './page-geometry.ts';
import type { ScannedPicture } from './page-picture.ts';
import { type ImageFacts, type Placement, placementOf, readImageFacts, readRawImage } from './pdf-images.ts';
import type { Painted, PdfPage } from './pdf-page.ts';
import type { Pdfium, Pointer } from './pdfium.ts';
import type { StreamDictionaries } from './stream-dictionary.ts';

export type PagePlan = ScannedPagePlan | DrawnPagePlan;

export interface ScannedPagePlan {
  readonly kind: 'scanned';
  readonly picture: ScannedPicture;
  readonly dpi: number;
}

export interface DrawnPagePlan {
  readonly kind: 'drawn';
  readonly dpi: number;
  /** Of the scan that fills the page under whatever else there is; null where none does. */
  readonly scannedDpi: number | null;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Text objects that are seen. */
  readonly texts: ReadonlySet<Pointer>;
  /** Thin level and upright lines: of tables, under headings. */
  readonly rules: readonly PageRect[];
  readonly pictures: readonly PlacedPicture[];
}

export interface PlacedPicture {
  readonly painted: Painted;
  readonly facts: ImageFacts;
  readonly placement: Placement;
  /** Of the shown page. */
  readonly share: number;
}

/** A picture that leaves more of the page free is a figure on a page, not a scan of it. */
const SCAN_COVERS = 0.7;
/** Coarser is a coloured ground or a blurred pattern. */
export const COARSEST_SCAN_DPI = 40;
/** What lies under a picture of this share of the page is not seen. */
const HIDES_ALL = 0.95;
/** Fax and other pixels that are not square have to be drawn. */
const SQUARE_ENOUGH = 1.05;
/** A smaller picture has no say in the resolution of the drawing. */
const COUNTS_FOR_DPI = 0.03;
const LOWEST_DPI = 150;
const HIGHEST_DPI = 400;
/** Large sheets are drawn coarser, but never so coarse that small letters are lost. */
const COARSEST_DPI = 100;
const MAX_DRAWN_PIXELS = 64_000_000;
const POINTS_PER_INCH = 72;
/** A drawing with more is no table. */
const MAX_RULES = 1_000;

/**
 * Every picture of the page is measured before anything decodes it.
 * @throws DigitizationError `scan-too-many-pixels`, `scan-too-small`.
 */
export function planPage(
  pdfium: Pdfium,
  page: PdfPage,
  dictionaries: StreamDictionaries,
  limits: ExplodeLimits,
): PagePlan {
  const box = page.box;
  const shown = page.listPainted().filter((painted) => touches(painted.bounds, box));
  const pictures = new Map<Painted, PlacedPicture>();
  for (const painted of shown) {
    if (painted.kind === 'image') pictures.set(painted, measure(pdfium, page, painted, box, limits));
  }
  const seen = dropHidden(shown, (painted) => {
    const picture = pictures.get(painted);
    return (
      picture !== undefined && picture.share >= HIDES_ALL && asScan(pdfium, picture, dictionaries) !== null
    );
  });
  const first = seen.findIndex((painted) => !page.isWhiteFill(painted));
  const content = first < 0 ? [] : seen.slice(first);
  const only = content.length === 1 ? pictures.get(content[0]!) : undefined;
  const coversPage = only && only.share >= SCAN_COVERS && only.placement.xDpi >= COARSEST_SCAN_DPI;
  const scan = coversPage ? asScan(pdfium, only, dictionaries) : null;
  if (only && scan) return { kind: 'scanned', picture: scan, dpi: only.placement.xDpi };
  const seenPictures = content.flatMap((painted) => pictures.get(painted) ?? []);
  return planDrawing(page, seenPictures, content, limits);
}

function measure(
  pdfium: Pdfium,
  page: PdfPage,
  painted: Painted,
  box: PageRect,
  limits: ExplodeLimits,
): PlacedPicture {
  const facts = readImageFacts(pdfium, painted.object, page.handle);
  const { widthPx, heightPx } = facts;
  if (widthPx * heightPx > limits.maxPixels || widthPx < 0 || heightPx < 0) {
    throw new DigitizationError('scan-too-many-pixels', { widthPx, heightPx, maxPixels: limits.maxPixels });
  }
  const share = areaOf(intersect(painted.bounds, box)) / Math.max(1, areaOf(box));
  return { painted, facts, placement: placementOf(painted.matrix, page.quarterTurns, facts), share };
}

/** Null when the picture's own samples are not what the page shows. */
function asScan(
  pdfium: Pdfium,
  picture: PlacedPicture,
  dictionaries: StreamDictionaries,
): ScannedPicture | null {
  const { painted, facts, placement } = picture;
  const { orientation, xDpi, yDpi } = placement;
  const skewed = orientation === null || Math.max(xDpi, yDpi) / Math.min(xDpi, yDpi) > SQUARE_ENOUGH;
  // A stencil's samples have no colour space.
  if (painted.partly || skewed || facts.bitsPerPixel === 0) return null;
  const meaning = dictionaries.meaningOf(() => readRawImage(pdfium, painted.object));
  return meaning.masked ? null : { object: painted.object, facts, meaning, orientation };
}

function dropHidden(shown: readonly Painted[], hidesAll: (painted: Painted) => boolean): readonly Painted[] {
  return shown.slice(Math.max(0, shown.findLastIndex(hidesAll)));
}

function planDrawing(
  page: PdfPage,
  pictures: readonly PlacedPicture[],
  content: readonly Painted[],
  limits: ExplodeLimits,
): DrawnPagePlan {
  const { widthInch, heightInch } = shownInches(page);
  const native = pictures
    .filter((picture) => picture.share >= COUNTS_FOR_DPI)
    .map(({ placement }) => Math.max(placement.xDpi, placement.yDpi));
  const texts = new Set(content.filter(({ kind }) => kind === 'text').map(({ object }) => object));
  const rules = content.flatMap((painted) => page.edgesOf(painted)).slice(0, MAX_RULES);
  const onlyPictures = content.length > 0 && content.length === pictures.length;
  const wanted = Math.min(HIGHEST_DPI, Math.max(LOWEST_DPI, ...native, onlyPictures ? 0 : limits.rasterDpi));
  const largest = Math.min(limits.maxPixels, MAX_DRAWN_PIXELS);
  const dpi = Math.min(Math.round(wanted), Math.floor(Math.sqrt(largest / (widthInch * heightInch))));
  if (dpi < COARSEST_DPI) {
    throw new DigitizationError('scan-too-many-pixels', {
      widthInch,
      heightInch,
      maxPixels: limits.maxPixels,
    });
  }
  const widthPx = Math.round(widthInch * dpi);
  const heightPx = Math.round(heightInch * dpi);
  checkPictureSize(widthPx, heightPx, limits);
  // Of a scan in layers the finest has the print.
  const scans = pictures.filter((picture) => picture.share >= SCAN_COVERS);
  const scanDpis = scans.map(({ placement }) => Math.round(Math.min(placement.xDpi, placement.yDpi)));
  const scannedDpi = scans.length > 0 ? Math.max(...scanDpis) : null;
  return { kind: 'drawn', dpi, scannedDpi, widthPx, heightPx, texts, rules, pictures };
}

function shownInches(page: PdfPage): { widthInch: number; heightInch: number } {
  const { left, right, bottom, top } = page.box;
  const width = (right - left) / POINTS_PER_INCH;
  const height = (top - bottom) / POINTS_PER_INCH;
  return page.quarterTurns % 2 === 0
    ? { widthInch: width, heightInch: height }
    : { widthInch: height, heightInch: width };
}

/** Lines have no area but are seen. */
function touches(bounds: PageRect, box: PageRect): boolean {
  const { left, bottom, right, top } = intersect(bounds, box);
  return left <= right && bottom <= top;
}
