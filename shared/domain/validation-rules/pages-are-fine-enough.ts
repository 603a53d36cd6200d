/** Pages must be scanned finely enough; below 150 dpi small print and stamps are lost. */
import { type DossierReview, pageNames, type ReviewedPage } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** Under this the text suffers. */
const LEAST_DPI = 150;
/** Digital copies are in colour and of 200 dpi at least (Decree 30/2020/NĐ-CP, article 25). */
const STANDARD_DPI = 200;

export function pagesAreFineEnough({ pages }: DossierReview): Finding[] {
  const counted = pages.filter(({ signs }) => !signs.isBlank && signs.sheet === null);
  const coarse = counted.filter((page) => isBelow(page, LEAST_DPI));
  const plain = counted.filter((page) => !coarse.includes(page) && isBelowStandard(page));
  return [...coarse.map(tooCoarse), ...(plain.length > 0 ? [belowStandard(plain)] : [])];
}

function isBelow({ facts: { quality } }: ReviewedPage, dpi: number): boolean {
  return quality.effectiveDpi !== null && quality.effectiveDpi < dpi;
}

function isBelowStandard(page: ReviewedPage): boolean {
  const { signed, quality } = page.facts;
  return page.paper !== null && !signed && (!quality.colour || isBelow(page, STANDARD_DPI));
}

function tooCoarse({ number, facts }: ReviewedPage): Finding {
  const dpi = Math.round(facts.quality.effectiveDpi!);
  return {
    code: 'LOW_DPI',
    severity: 'warning',
    pageId: facts.pageId,
    message: `Trang ${number} chỉ có độ phân giải ${dpi} dpi. Quét lại ở 200 dpi trở lên.`,
    detail: { dpi },
  };
}

/** One note for all: offices that scan so do so throughout. */
function belowStandard(pages: readonly ReviewedPage[]): Finding {
  return {
    code: 'SCAN_BELOW_STANDARD',
    severity: 'info',
    pageId: pages[0]!.facts.pageId,
    message: `${pageNames(pages)}: ảnh không màu hoặc dưới 200 dpi, vẫn đọc được. Lần sau nên quét màu từ 200 dpi.`,
    detail: { pages: pages.length },
  };
}
