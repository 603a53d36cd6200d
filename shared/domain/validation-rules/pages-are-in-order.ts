/** The printed page numbers of a paper must run on, without a step back, without a gap, and to its end. */
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { findLateHeading, firstScans, type NumberedPage, numberPages } from '../page-sequence.ts';
import type { PageSigns } from '../page-typing.ts';
import { type PaperType, UNKNOWN_PAPER_TYPE } from '../paper.ts';
import { identityCard } from '../paper-types/identity-card.ts';
import { PAPER_TYPES } from '../paper-types/index.ts';
import { landSketch } from '../paper-types/land-sketch.ts';
import { endsPaper, showsSignature } from '../signature-signs.ts';

/** Papers on which each page but the first is numbered; single figures that fit in no order are misread. */
export function pagesAreInOrder({ papers }: DossierReview): Finding[] {
  const faults = papers.filter(({ signed, assigned }) => !signed && assigned === undefined).flatMap(faultOf);
  // The page that seems to be missing may be the one that nobody can read or place.
  return papers.some(isLost) ? faults.filter(({ code }) => code !== 'MISSING_PAGE') : faults;
}

function faultOf(paper: ReviewedPaper): Finding[] {
  // The paper has its pages sorted already: what counts is how they came.
  const pages = firstScans(paper.pages.toSorted((a, b) => a.number - b.number));
  const numbered = numberPages(pages);
  if (numbered === null) {
    const heading = findLateHeading(pages);
    if (heading) return [outOfOrder(paper, { page: heading, printed: 1 })];
    return lacksHead(paper) ? [lacksPage(paper, [{ page: pages[0]!, printed: 2 }], 1)] : [];
  }
  const numbers = numbered.map(({ printed }) => printed);
  const back = numbered.find(({ printed }, index) => index > 0 && printed < numbers[index - 1]!);
  const sorted = numbered.toSorted((a, b) => a.printed - b.printed);
  const isRun = sorted.every(({ printed }, index) => printed === index + 1);
  if (back) return isRun ? [outOfOrder(paper, back)] : [];
  const lacking =
    firstLacking(sorted) ??
    (lacksHead(paper) ? 1 : undefined) ??
    (isRun && goesOn(paper, sorted) ? sorted.length + 1 : undefined);
  return lacking === undefined ? [] : [lacksPage(paper, sorted, lacking)];
}

function outOfOrder({ type, paper }: ReviewedPaper, { page, printed }: NumberedPage): Finding {
  return {
    code: 'PAGE_ORDER',
    severity: 'warning',
    pageId: page.facts.pageId,
    docType: type,
    message: `Trang ${page.number} là trang số ${printed} của “${paper.name}”, xếp sai thứ tự. Đã xếp lại, kiểm tra thứ tự các trang.`,
  };
}

function lacksPage(
  { type, paper }: ReviewedPaper,
  sorted: readonly NumberedPage[],
  lacking: number,
): Finding {
  const after = sorted.find(({ printed }) => printed > lacking) ?? sorted.at(-1)!;
  return {
    code: 'MISSING_PAGE',
    severity: 'error',
    pageId: after.page.facts.pageId,
    docType: type,
    message: `“${paper.name}” thiếu trang số ${lacking}. Quét thêm trang này.`,
    detail: { missing: lacking },
  };
}

function isLost({ type, pages }: ReviewedPaper): boolean {
  if (type !== UNKNOWN_PAPER_TYPE) return false;
  const isStray = ({ own, hasLetterhead, numbering }: PageSigns) =>
    own === null && !hasLetterhead && numbering !== null;
  return pages.every(({ signs }) => !signs.isLegible || isStray(signs));
}

/** One page only: two gaps at once are more likely misread figures. */
function firstLacking(sorted: readonly NumberedPage[]): number | undefined {
  const total = sorted.map(({ page }) => page.signs.numbering?.total ?? null).find((each) => each !== null);
  const last = total ?? sorted.at(-1)!.printed;
  const lacking = Array.from({ length: last }, (_, index) => index + 1).filter(
    (each) => !sorted.some(({ printed }) => printed === each),
  );
  return lacking.length === 1 ? lacking[0] : undefined;
}

/** Forms, contracts and certificates begin with the state's name or their own: pages that only go on lack the first. */
function lacksHead({ type, pages }: ReviewedPaper): boolean {
  return (
    isFormal(type) &&
    pages.every(
      ({ signs }) =>
        signs.isLegible && signs.own?.type === type && signs.own.by === 'marks' && !signs.hasLetterhead,
    )
  );
}

/** A form or contract that prints numbers ends where somebody signs, on a half-empty page or not; letters may end in tables. */
function goesOn({ type, pages }: ReviewedPaper, sorted: readonly NumberedPage[]): boolean {
  const { signs } = sorted.at(-1)!.page;
  if (!isFormal(type) || signs.numbering?.total !== null || pages.some((page) => !page.signs.isLegible))
    return false;
  return !endsPaper(signs.lines) || !pages.some((page) => showsSignature(page.signs.lines));
}

/** Letters and statements take many shapes, and drawings have no letterhead. */
function isFormal(type: PaperType): boolean {
  const rule = PAPER_TYPES.find((each) => each.type === type);
  return rule !== undefined && !rule.isCatchAll && type !== landSketch.type && type !== identityCard.type;
}
