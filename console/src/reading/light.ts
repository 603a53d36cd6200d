/** The place on a page that a field or question is about. */
import type { Box } from '../../../shared/domain/geometry.ts';
import type { ReadingPage } from '../http/answers.ts';

/** Edges as shares of the straightened page, 0 to 1. */
export interface Light {
  readonly pageId: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 0.006;

/** Null where nobody knows the place. */
export function lightOf(
  { pageId, box }: { readonly pageId: string | null; readonly box: Box | null },
  pages: readonly ReadingPage[],
): Light | null {
  const frame = pages.find((page) => page.pageId === pageId)?.frame;
  if (!pageId || !box || !frame) return null;
  return {
    pageId,
    left: box.x / frame.widthPx - MARGIN,
    top: box.y / frame.heightPx - MARGIN,
    width: box.width / frame.widthPx + 2 * MARGIN,
    height: box.height / frame.heightPx + 2 * MARGIN,
  };
}
