/** The printed page numbers of a paper must run on, without a step back and without a gap. */
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import type { ReadPage } from '../group-pages.ts';
import { isSameSheet } from '../page-likeness.ts';

/** Papers on which each page but the first is numbered; single figures that fit in no order are misread. */
export function pagesAreInOrder({ papers }: DossierReview): Finding[] {
  return papers.filter(({ signed }) => !signed).flatMap(faultOf);
}

function faultOf({ type, pages, paper }: ReviewedPaper): Finding[] {
  const numbered = numberPages(withoutDuplicates(pages));
  if (numbered === null) return [];
  const numbers = numbered.map(({ printed }) => printed);
  const back = numbered.find(({ printed }, index) => index > 0 && printed < numbers[index - 1]!);
  const sorted = numbers.toSorted((a, b) => a - b);
  const isRun = sorted.every((printed, index) => printed === index + 1);
  if (back && isRun) {
    return [
      {
        code: 'PAGE_ORDER',
        severity: 'warning',
        pageId: back.page.facts.pageId,
        docType: type,
        message: `Trang ${back.page.number} là trang số ${back.printed} của “${paper.name}”, xếp sai thứ tự. Sắp xếp lại các trang.`,
      },
    ];
  }
  const lacking = back ? undefined : firstLacking(sorted, pages);
  if (lacking === undefined) return [];
  return [
    {
      code: 'MISSING_PAGE',
      severity: 'error',
      pageId: (numbered.find(({ printed }) => printed > lacking) ?? numbered.at(-1)!).page.facts.pageId,
      docType: type,
      message: `“${paper.name}” thiếu trang số ${lacking}. Quét thêm trang này.`,
      detail: { missing: lacking },
    },
  ];
}

function withoutDuplicates(pages: readonly ReadPage[]): ReadPage[] {
  const kept: ReadPage[] = [];
  for (const page of pages) if (!kept.some((other) => isSameSheet(other.facts, page.facts))) kept.push(page);
  return kept;
}

/** Null unless every page has a number of its own; a first page may leave its `1` unsaid. */
function numberPages(pages: readonly ReadPage[]): { page: ReadPage; printed: number }[] | null {
  if (pages.length < 2) return null;
  const numbered = pages.map((page, index) => ({
    page,
    printed: page.signs.numbering?.number ?? (index === 0 && page.signs.own?.by === 'heading' ? 1 : null),
  }));
  const numbers = numbered.map(({ printed }) => printed);
  if (numbers.includes(null) || new Set(numbers).size < numbers.length) return null;
  return numbered as { page: ReadPage; printed: number }[];
}

/** One page only: two gaps at once are more likely misread figures. */
function firstLacking(sorted: readonly number[], pages: readonly ReadPage[]): number | undefined {
  const total = pages.map(({ signs }) => signs.numbering?.total ?? null).find((each) => each !== null);
  const last = total ?? sorted.at(-1)!;
  const lacking = Array.from({ length: last }, (_, index) => index + 1).filter(
    (each) => !sorted.includes(each),
  );
  return lacking.length === 1 ? lacking[0] : undefined;
}
