/** The page plan while an officer edits it: order, turn, drop and paper of every page; pure. */
import type { ReadingDossier, Turn } from '../http/answers.ts';

export interface PlannedPage {
  readonly pageId: string;
  readonly number: number;
  readonly turnDeg: Turn;
  readonly dropped: boolean;
  /** Key of the paper it shall be in; null leaves it to the machine. */
  readonly paperId: string | null;
}

export function planOf(dossier: ReadingDossier): PlannedPage[] {
  return dossier.pages.map(({ pageId, number, turnDeg, dropped, paperId }) => ({
    pageId,
    number,
    turnDeg,
    dropped,
    paperId,
  }));
}

export function changePage(
  plan: readonly PlannedPage[],
  pageId: string,
  change: Partial<Omit<PlannedPage, 'pageId' | 'number'>>,
): PlannedPage[] {
  return plan.map((page) => (page.pageId === pageId ? { ...page, ...change } : page));
}

/** One place earlier or later; at the ends nothing happens. */
export function movePage(plan: readonly PlannedPage[], pageId: string, by: -1 | 1): PlannedPage[] {
  const from = plan.findIndex((page) => page.pageId === pageId);
  const to = from + by;
  const moved = [...plan];
  if (from < 0 || to < 0 || to >= plan.length) return moved;
  [moved[from], moved[to]] = [moved[to]!, moved[from]!];
  return moved;
}

/** Clockwise degrees against the plan that was begun with. */
export function turnedSince({ pageId, turnDeg }: PlannedPage, before: readonly PlannedPage[]): number {
  const old = before.find((page) => page.pageId === pageId)!.turnDeg;
  return (turnDeg - old + 360) % 360;
}

interface SaidPage {
  readonly pageId: string;
  readonly turnDeg?: Turn;
  readonly dropped?: boolean;
  readonly paper?: { readonly key: string; readonly type: string } | null;
}

/** Only what changed; the whole order where the order did. Null when nothing did. */
export function changesOf(
  plan: readonly PlannedPage[],
  before: readonly PlannedPage[],
  papers: ReadingDossier['papers'],
): SaidPage[] | null {
  const known = new Map(before.map((page) => [page.pageId, page]));
  const reordered = plan.some((page, index) => before[index]?.pageId !== page.pageId);
  const said = plan.map((page): SaidPage => {
    const old = known.get(page.pageId)!;
    const paper = papers.find((one) => one.paperId === page.paperId);
    return {
      pageId: page.pageId,
      ...(page.turnDeg === old.turnDeg ? {} : { turnDeg: page.turnDeg }),
      ...(page.dropped === old.dropped ? {} : { dropped: page.dropped }),
      ...(page.paperId === old.paperId
        ? {}
        : { paper: paper ? { key: paper.paperId, type: paper.type } : null }),
    };
  });
  const changed = said.filter((page) => Object.keys(page).length > 1);
  if (reordered) return said;
  return changed.length > 0 ? changed : null;
}
