/** Keys on the board: arrows go, Alt with an arrow carries the page, R turns, Insert puts in after it, Delete drops, Enter looks, Ctrl+Z takes back. */
import type { DeskPage } from '../http/answers.ts';
import type { PageActs } from './page-acts.ts';

/** Of the choice of files to put in after the chosen page. */
export const INSERT_ID = 'insert-after';

interface Board {
  readonly index: number;
  readonly columns: number;
  readonly pages: readonly DeskPage[];
  readonly page: DeskPage | null;
  readonly locked: boolean;
  readonly acts: PageActs;
  readonly select: (index: number) => void;
  readonly look: (pageId: string) => void;
}

/** @param by -1 or 1 places; null when there is no way further. */
export function placeBefore(
  pages: readonly DeskPage[],
  page: DeskPage,
  by: -1 | 1,
): string | null | undefined {
  const index = pages.indexOf(page);
  if (by === -1) return index > 0 ? pages[index - 1]!.pageId : undefined;
  return index < pages.length - 1 ? (pages[index + 2]?.pageId ?? null) : undefined;
}

export function boardKeys({ index, columns, pages, page, locked, acts, select, look }: Board) {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  return (event: KeyboardEvent) => {
    const { key } = event;
    const step = steps[key];
    const takesBack = (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z';
    if (takesBack && !locked) void acts.undo();
    else if (step !== undefined && event.altKey && page && !locked && Math.abs(step) === 1) {
      const before = placeBefore(pages, page, step as -1 | 1);
      if (before !== undefined) void acts.act(page, { before });
    } else if (step !== undefined && !event.altKey) select(Math.max(0, index) + step);
    else if (key === 'Home') select(0);
    else if (key === 'End') select(Number.MAX_SAFE_INTEGER);
    else if (page && key === 'Enter' && isTile(event)) look(page.pageId);
    else if (page && !locked && key === 'Insert') document.getElementById(INSERT_ID)?.click();
    else if (page && !locked && key === 'Delete') void acts.act(page, { dropped: true });
    else if (page && !locked && key.toLowerCase() === 'r' && !event.ctrlKey && !event.metaKey)
      void acts.turn(page);
    else return;
    event.preventDefault();
  };
}

/** Enter on a button inside the tile is that button's. */
function isTile(event: KeyboardEvent): boolean {
  return (event.target as Element).classList.contains('tile-face');
}
