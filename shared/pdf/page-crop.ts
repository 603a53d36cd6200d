/** Shows a page whole again where its crop box hides something that was scanned or written. */
import { intersect, type PageRect } from './page-geometry.ts';
import type { PdfPage } from './pdf-page.ts';

/** Wider than any page: what is left is the media box (ISO 32000-1, 14.11.2). */
const NO_CROP: PageRect = { left: -100_000, bottom: -100_000, right: 100_000, top: 100_000 };
/** Edges of a scan that straightening or rounding left outside are not missed. */
const HIDDEN_SHARE = 0.03;

/** @returns true when content was hidden; an empty margin stays cropped */
export function uncropContent(page: PdfPage): boolean {
  const shown = page.box;
  page.setCropBox(NO_CROP);
  const whole = page.box;
  const slackX = (shown.right - shown.left) * HIDDEN_SHARE;
  const slackY = (shown.top - shown.bottom) * HIDDEN_SHARE;
  const hides = page.listPainted().some(({ bounds }) => {
    const { left, bottom, right, top } = intersect(bounds, whole);
    if (left > right || bottom > top) return false;
    const beyondX = left < shown.left - slackX || right > shown.right + slackX;
    const beyondY = bottom < shown.bottom - slackY || top > shown.top + slackY;
    return beyondX || beyondY;
  });
  if (!hides) page.setCropBox(shown);
  return hides;
}
