/** The mark that a page was converted from paper: where it may stand, and where it does among what the page shows. */
import type { Box } from './geometry.ts';

/** The mark that Law 20/2023/QH15, article 12, asks for. */
export const CONVERSION_WORDING = 'Chuyển đổi từ văn bản giấy';

export const MARK_CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type MarkCorner = (typeof MARK_CORNERS)[number];
export type ConversionMark = 'none' | MarkCorner;

export interface MarkSurroundings {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance from the page's edges, and from codes, which need a quiet zone. */
  readonly clearPx: number;
  readonly codes: readonly Box[];
  readonly words: readonly Box[];
}

export interface MarkPlace {
  /** Pixels of the straightened page, y downwards. */
  readonly box: Box;
  /** No word lies below: what the page says may then be painted over. */
  readonly isBlank: boolean;
}

/**
 * The wanted corner, or else the next one: beside it, above or below it, across. Free of codes always and of words
 * where one is; null where codes leave no corner or the page has no room.
 */
export function placeMark(
  wanted: MarkCorner,
  size: { readonly widthPx: number; readonly heightPx: number },
  page: MarkSurroundings,
): MarkPlace | null {
  const { clearPx, codes, words } = page;
  if (size.widthPx + 2 * clearPx > page.widthPx || size.heightPx + 2 * clearPx > page.heightPx / 2)
    return null;
  const free = nextCorners(wanted)
    .map((corner) => boxIn(corner, size, page))
    .filter((box) => !codes.some((code) => overlap(code, box, clearPx)));
  const blank = free.find((box) => !words.some((word) => overlap(word, box, 0)));
  if (blank) return { box: blank, isBlank: true };
  return free[0] ? { box: free[0], isBlank: false } : null;
}

function nextCorners(wanted: MarkCorner): MarkCorner[] {
  const [vertical, horizontal] = wanted.split('-') as ['top' | 'bottom', 'left' | 'right'];
  const beside = horizontal === 'left' ? 'right' : 'left';
  const across = vertical === 'top' ? 'bottom' : 'top';
  return [wanted, `${vertical}-${beside}`, `${across}-${horizontal}`, `${across}-${beside}`];
}

function boxIn(
  corner: MarkCorner,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  page: MarkSurroundings,
): Box {
  return {
    x: corner.endsWith('left') ? page.clearPx : page.widthPx - page.clearPx - widthPx,
    y: corner.startsWith('top') ? page.clearPx : page.heightPx - page.clearPx - heightPx,
    width: widthPx,
    height: heightPx,
  };
}

function overlap(a: Box, b: Box, apartPx: number): boolean {
  return (
    a.x < b.x + b.width + apartPx &&
    b.x < a.x + a.width + apartPx &&
    a.y < b.y + b.height + apartPx &&
    b.y < a.y + a.height + apartPx
  );
}
