/** An identity card in the dossier must be the declared applicant's, and say the same of them. */
import { parseDayMonthYear } from '../codes/calendar-date.ts';
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';
import { foldTones } from '../fold.ts';
import { type IdentityCardFacts, readIdentityCard } from '../identity-card-facts.ts';
import type { Applicant } from '../manifest.ts';
import { identityCard } from '../paper-types/identity-card.ts';

/** Digits in which a number that recognition read differs when it is another number, not a misread one. */
const ANOTHER_NUMBER = 4;

interface Holder {
  readonly id: string | null;
  /** Null where only the zone was read, which writes names without marks and cuts them. */
  readonly name: string | null;
  readonly birthDate: string | null;
}

/**
 * Only what a card's code or a check digit vouches for is held against the declaration. Parents, landlords and
 * agents hand in cards as well: a card is called foreign only where none in the dossier is the applicant's.
 */
export function identityCardIsTheApplicants({ papers, manifest }: DossierReview): Finding[] {
  const declared = declaredHolder(manifest.declaredApplicant);
  if (declared.id === null) return [];
  const cards = papers
    .filter(({ type }) => type === identityCard.type)
    .map((paper) => ({ paper, holder: holderOf(readIdentityCard(paper.pages)) }));
  const own = cards.filter(({ holder }) => isApplicant(holder, declared));
  if (own.length > 0) return own.flatMap(({ paper, holder }) => differences(paper, holder, declared));
  return cards.filter(({ holder }) => isSomebodyElse(holder, declared)).map(({ paper }) => foreign(paper));
}

function declaredHolder({ idNumber, name, dateOfBirth }: Applicant): Holder {
  const digits = idNumber?.replace(/\s/g, '') ?? '';
  return {
    id: /^\d{12}$/.test(digits) ? digits : null,
    name: name || null,
    birthDate: /^\d{4}-\d{2}-\d{2}$/.test(dateOfBirth ?? '')
      ? dateOfBirth!
      : parseDayMonthYear((dateOfBirth ?? '').replace(/\D/g, '')),
  };
}

function holderOf({ code, zone }: IdentityCardFacts): Holder {
  return code ?? { id: zone?.citizenId ?? null, name: null, birthDate: zone?.birthDate ?? null };
}

function isApplicant(holder: Holder, declared: Holder): boolean {
  const isNamesake = holder.name !== null && declared.name !== null && isSameName(holder.name, declared.name);
  return holder.id === declared.id || (isNamesake && isEqual(holder.birthDate, declared.birthDate));
}

function isSomebodyElse(holder: Holder, declared: Holder): boolean {
  if (holder.id === null || holder.birthDate === null || isEqual(holder.birthDate, declared.birthDate))
    return false;
  if (holder.name !== null) return declared.name !== null && !isSameName(holder.name, declared.name);
  return digitsApart(holder.id, declared.id!) >= ANOTHER_NUMBER;
}

function differences(paper: ReviewedPaper, holder: Holder, declared: Holder): Finding[] {
  const findings: Finding[] = [];
  const { number, facts } = paper.pages[0]!;
  const differs = (code: 'ID_MISMATCH' | 'NAME_MISMATCH' | 'DOB_MISMATCH', what: string) =>
    findings.push({
      code,
      severity: 'error',
      pageId: facts.pageId,
      docType: paper.type,
      message: `Trang ${number}: ${what} trên căn cước khác với thông tin đã khai. Kiểm tra và sửa thông tin đã khai.`,
    });
  if (holder.id !== null && holder.id !== declared.id) differs('ID_MISMATCH', 'số định danh');
  if (holder.name !== null && declared.name !== null && !isSameName(holder.name, declared.name)) {
    differs('NAME_MISMATCH', 'họ tên');
  }
  if (holder.birthDate !== null && declared.birthDate !== null && holder.birthDate !== declared.birthDate) {
    differs('DOB_MISMATCH', 'ngày sinh');
  }
  return findings;
}

function foreign(paper: ReviewedPaper): Finding {
  const { number, facts } = paper.pages[0]!;
  return {
    code: 'FOREIGN_PAPER',
    severity: 'error',
    pageId: facts.pageId,
    docType: paper.type,
    message: `Trang ${number}: căn cước của người khác, không phải của người nộp. Đề nghị nộp đúng căn cước.`,
  };
}

/** Counters type names with and without marks. */
function isSameName(a: string, b: string): boolean {
  return foldTones(a) === foldTones(b);
}

function isEqual(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

function digitsApart(a: string, b: string): number {
  return [...a].filter((digit, index) => digit !== b[index]).length;
}
