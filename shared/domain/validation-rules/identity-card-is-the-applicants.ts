/** An identity card in the dossier must be the declared applicant's, and say the same of them. */
import { type CardDifference, judgeHolder } from '../card-holder.ts';
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { readIdentityCard } from '../identity-card-facts.ts';
import { identityCard } from '../paper-types/identity-card.ts';

const WHAT: Readonly<Record<CardDifference, string>> = {
  ID_MISMATCH: 'số định danh',
  NAME_MISMATCH: 'họ tên',
  DOB_MISMATCH: 'ngày sinh',
};

/**
 * Parents, landlords and agents hand in cards as well: a card is called foreign only where none in the dossier is the
 * applicant's.
 */
export function identityCardIsTheApplicants({ papers, manifest }: DossierReview): Finding[] {
  const cards = papers
    .filter(({ type }) => type === identityCard.type)
    .flatMap((paper) => {
      const facts = readIdentityCard(paper.pages);
      const judged = judgeHolder(facts, paper.paper.fields, manifest.declaredApplicant);
      return judged ? [{ paper, ...judged }] : [];
    });
  const own = cards.filter(({ isApplicant }) => isApplicant);
  if (own.length > 0)
    return own.flatMap(({ paper, differences }) => differences.map((code) => differs(paper, code)));
  return cards.filter(({ isSomebodyElse }) => isSomebodyElse).map(({ paper }) => foreign(paper));
}

function differs({ pages, type }: ReviewedPaper, code: CardDifference): Finding {
  const { number, facts } = pages[0]!;
  return {
    code,
    severity: 'error',
    pageId: facts.pageId,
    docType: type,
    message: `Trang ${number}: ${WHAT[code]} trên căn cước khác với thông tin đã khai. Kiểm tra và sửa thông tin đã khai.`,
  };
}

function foreign({ pages, type }: ReviewedPaper): Finding {
  const { number, facts } = pages[0]!;
  return {
    code: 'FOREIGN_PAPER',
    severity: 'error',
    pageId: facts.pageId,
    docType: type,
    message: `Trang ${number}: căn cước của người khác, không phải của người nộp. Đề nghị nộp đúng căn cước.`,
  };
}
