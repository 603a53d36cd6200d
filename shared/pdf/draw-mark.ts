/** Draws the mark that a page was converted from paper, by whom and when: a small white box in a corner, black type. */
import { CONVERSION_WORDING, type MarkCorner, placeMark } from '../domain/conversion-mark.ts';
import type { PageText } from '../domain/page-text.ts';
import { vietnamTimestamp } from '../domain/vietnam-time.ts';
import { OutlineFont } from './draw-outlines.ts';
import { formatNumber } from './format-number.ts';
import { wrapText } from './wrap-text.ts';

const LARGEST_TYPE_PT = 7;
const SMALLEST_TYPE_PT = 5;
/** Below A5 the type shrinks with the page. */
const PAGE_WIDTHS_IN_TYPE = 60;
/** 54 mm at the largest type, and always less than half of the page. */
const WIDEST_EM = 22;
const WIDEST_SHARE = 0.4;
const LINE_EM = 1.3;
const PADDING_EM = 0.5;
/** From the box's lower edge of a line to its baseline. */
const BASELINE_EM = 0.35;
/** Papers have margins wider than this and the box together, and printers need as much. */
const CLEAR_PT = 8.5;
const LONGEST_NAME = 80;

export interface PageMark {
  readonly corner: MarkCorner;
  /** A TrueType file that covers Vietnamese; its outlines are drawn, it is not embedded. */
  readonly font: Uint8Array;
  readonly convertedBy: string;
  readonly convertedAt: Date;
}

export type MarkedPage = Pick<PageText, 'frame' | 'lines' | 'codes'>;

/**
 * Operators for a space of one unit a frame pixel, y upwards; empty where codes leave no corner.
 * @param pixelsPerPt frame pixels a point as the page is shown.
 */
export function drawMark(mark: PageMark, page: MarkedPage, pixelsPerPt: number): string {
  const { frame } = page;
  const font = new OutlineFont(mark.font);
  const typePt = Math.min(
    Math.max(frame.widthPx / pixelsPerPt / PAGE_WIDTHS_IN_TYPE, SMALLEST_TYPE_PT),
    LARGEST_TYPE_PT,
  );
  const emPx = typePt * pixelsPerPt;
  const widestEm = Math.min(WIDEST_EM, (WIDEST_SHARE * frame.widthPx) / emPx);
  const lines = sayMark(mark).flatMap((line) => wrapText(line, (text) => font.measure(text), widestEm));
  const widthEm = Math.max(...lines.map((line) => font.measure(line))) + 2 * PADDING_EM;
  const heightEm = lines.length * LINE_EM + 2 * PADDING_EM;
  const place = placeMark(
    mark.corner,
    { widthPx: widthEm * emPx, heightPx: heightEm * emPx },
    {
      ...frame,
      clearPx: CLEAR_PT * pixelsPerPt,
      codes: page.codes.map(({ box }) => box),
      words: page.lines.flatMap((line) => line.words.map(({ box }) => box)),
    },
  );
  if (!place) return '';
  const { x, y, width, height } = place.box;
  const bottom = frame.heightPx - y - height;
  const paper = `1 g ${[x, bottom, width, height].map((value) => formatNumber(value)).join(' ')} re f\n`;
  const type = lines.map((line, index) => {
    const aboveEm = PADDING_EM + (lines.length - 1 - index) * LINE_EM + BASELINE_EM;
    return font.draw(line, x + PADDING_EM * emPx, bottom + aboveEm * emPx, emPx);
  });
  return `q\n${place.isBlank ? paper : ''}0 g\n${type.join('')}Q\n`;
}

function sayMark({ convertedBy, convertedAt }: PageMark): string[] {
  const name = [...convertedBy];
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).join('')}…` : convertedBy;
  return [CONVERSION_WORDING, `Đơn vị số hóa: ${short}`, `Thời điểm: ${vietnamTimestamp(convertedAt)}`];
}
