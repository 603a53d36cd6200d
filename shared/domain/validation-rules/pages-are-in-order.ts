/** The printed page numbers of a paper must run on, without a step back, without a gap, and to its end. */
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { findLateHeading, type NumberedPage, numberPages, withoutDuplicates } from '../page-sequence.ts';
import { UNKNOWN_PAPER_TYPE } from '../paper.ts';
import { PAPER_TYPES } from '../paper-types/index.ts';
import { endsPaper } from '../signature-signs.ts';

/** Papers on which each page but the first is numbered; single figures that fit in no order are misread. */
export function pagesAreInOrder({ papers }: DossierReview): Finding[] {
  return papers.filter(({ signed, assigned }) => !signed && assigned === undefined).flatMap(faultOf);
}

function faultOf(paper: ReviewedPaper): Finding[] {
  // The paper has its pages sorted already: what counts is how they came.
  const pages = withoutDuplicates(paper.pages.toSorted((a, b) => a.number - b.number));
  const numbered = numberPages(pages);
  if (numbered === null) {
    const heading = findLateHeading(pages);
    return heading ? [outOfOrder(paper, { page: heading, printed: 1 })] : [];
  }
  const numbers = numbered.map(({ printed }) => printed);
  const back = numbered.find(({ printed }, index) => index > 0 && printed < numbers[index - 1]!);
  const sorted = numbered.toSorted((a, b) => a.printed - b.printed);
  const isRun = sorted.every(({ printed }, index) => printed === index + 1);
  if (back) return isRun ? [outOfOrder(paper, back)] : [];
  const lacking = firstLacking(sorted) ?? (isRun && goesOn(paper, sorted) ? sorted.length + 1 : undefined);
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

/** One page only: two gaps at once are more likely misread figures. */
function firstLacking(sorted: readonly NumberedPage[]): number | undefined {
  const total = sorted.map(({ page }) => page.signs.numbering?.total ?? null).find((each) => each !== null);
  const last = total ?? sorted.at(-1)!.printed;
  const lacking = Array.from({ length: last }, (_, index) => index + 1).filter(
    (each) => !sorted.some(({ printed }) => printed === each),
  );
  return lacking.length === 1 ? lacking[0] : undefined;
}

/** A form or contract that prints numbers ends where somebody signs; letters may end in tables. */
function goesOn({ type }: ReviewedPaper, sorted: readonly NumberedPage[]): boolean {
  const isSigned = type !== UNKNOWN_PAPER_TYPE && !PAPER_TYPES.find((rule) => rule.type === type)?.isCatchAll;
  const { signs } = sorted.at(-1)!.page;
  return isSigned && signs.isLegible && signs.numbering?.total === null && !endsPaper(signs.lines);
}
