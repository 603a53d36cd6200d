/** Which pages must be told that a person says which paper they are in, when some of them change their paper. */
import type { Dossier } from '../../domain/dossier.ts';
import type { PageId } from '../../domain/ids.ts';
import type { Page } from '../../domain/page.ts';
import type { AssignedPaper } from '../../domain/page-plan.ts';
import type { Paper } from '../../domain/paper.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';

/** `key`: a paper of the dossier, or any new name; null gives the page back to the machine. */
export interface WantedPaper {
  readonly pageId: PageId;
  readonly paper: AssignedPaper | null;
}

const PAPER_TYPE = /^[A-Z][A-Z0-9_]{1,59}$/;

/**
 * The papers that pages leave or join become a person's papers with all of their pages, so that no later page changes
 * what the person had before their eyes.
 */
export function assignPapers(
  dossier: Dossier,
  pages: ReadonlyMap<PageId, Page>,
  wanted: readonly WantedPaper[],
  actId: string,
): Map<PageId, AssignedPaper | null> {
  const assigned = new Map<PageId, AssignedPaper | null>();
  const keep = (paper: Paper, as: AssignedPaper) => {
    for (const pageId of paper.pageIds) if (!assigned.has(pageId)) assigned.set(pageId, as);
  };
  const touched: [Paper, AssignedPaper][] = [];
  for (const { pageId, paper } of wanted) {
    const source = dossier.papers.find(({ pageIds }) => pageIds.includes(pageId));
    if (paper === null) {
      assigned.set(pageId, null);
      continue;
    }
    if (!PAPER_TYPE.test(paper.type)) throw new DigitizationError('request-invalid', { field: 'paper' });
    if (source?.paperId === paper.key && source.type === paper.type) continue;
    const target = dossier.papers.find(({ paperId }) => paperId === paper.key);
    const as = { key: target ? keyOf(target) : `${actId}.${paper.key}`, type: paper.type };
    assigned.set(pageId, as);
    if (target) touched.push([target, as]);
    if (source && source !== target) touched.push([source, { key: keyOf(source), type: source.type }]);
  }
  for (const [paper, as] of touched) keep(paper, as);
  return assigned;

  function keyOf(paper: Paper): string {
    const known = paper.pageIds.map((pageId) => pages.get(pageId)?.plan?.paper).find((plan) => plan);
    return known?.key ?? `${actId}.${paper.paperId}`;
  }
}
