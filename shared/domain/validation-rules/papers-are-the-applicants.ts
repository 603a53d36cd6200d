/** Each paper must be about the applicant, or about people whom the applicant's other papers name. */

import { forPeople } from '../codes/calendar-date.ts';
import { parseIdentityCardCode } from '../codes/identity-card-code.ts';
import type { DossierReview, ReviewedPaper } from '../dossier-review.ts';
import type { Finding, FindingCode } from '../finding.ts';
import type { PaperField } from '../paper.ts';
import { identityCard } from '../paper-types/identity-card.ts';
import { PAPER_TYPES } from '../paper-types/index.ts';
import {
  declaredReference,
  isNearTo,
  isOtherDay,
  isOtherName,
  isOtherNumber,
  type NamedPerson,
  peopleOn,
  type Reference,
} from '../people-on-papers.ts';

/**
 * Only what no misreading explains is called a difference. Identity cards have a rule of their own. Where the code on
 * the applicant's card says other than the declaration, papers may say either: the card's rule names the difference.
 */
export function papersAreTheApplicants({ papers, manifest }: DossierReview): Finding[] {
  const declared = declaredReference(manifest.declaredApplicant);
  if (declared.names.length === 0) return [];
  const applicant = withCards(declared, papers);
  const read = papers.map((paper) => ({ paper, people: peopleOn(paper.paper.fields) }));
  return read
    .filter(({ paper }) => paper.type !== identityCard.type)
    .flatMap(({ paper, people }) => {
      const others = read.filter((other) => other.paper !== paper).flatMap((other) => other.people);
      return faultsOf(paper, people, applicant, others);
    });
}

function withCards(declared: Reference, papers: readonly ReviewedPaper[]): Reference {
  const cards = papers
    .flatMap(({ pages }) => pages.flatMap(({ facts }) => facts.text?.codes ?? []))
    .flatMap(({ value }) => parseIdentityCardCode(value) ?? [])
    .filter(
      ({ id, name }) => declared.ids.includes(id) || declared.names.some((known) => isSameName(known, name)),
    );
  return {
    names: [...declared.names, ...cards.map(({ name }) => name)],
    ids: [...declared.ids, ...cards.map(({ id }) => id)],
    births: [...declared.births, ...cards.map(({ birthDate }) => forPeople(birthDate))],
  };
}

function isSameName(a: string, b: string): boolean {
  return !isOtherName({ value: a, confidence: 100 } as PaperField, b);
}

function faultsOf(
  paper: ReviewedPaper,
  people: readonly NamedPerson[],
  applicant: Reference,
  others: readonly NamedPerson[],
): Finding[] {
  const roles = PAPER_TYPES.find(({ type }) => type === paper.type)?.form?.applicant ?? [];
  const candidates = roles.flatMap((role) => people.find((person) => person.role === role) ?? []);
  // Whoever asks for himself stands on the form twice: asking, and asked for.
  const own = candidates.filter((person) => isNearTo(person, applicant));
  if (own.length > 0) return eachOnce(own.flatMap((person) => differences(paper, person, applicant)));
  const [first] = candidates;
  if (first && candidates.every((person) => isSurelyAnother(person, applicant))) {
    return [differs(paper, isAnotherId(first, applicant) ? 'FOREIGN_PAPER' : 'NAME_MISMATCH', first.name!)];
  }
  if (roles.length > 0) return [];
  const stranger = people.find(({ name }) => name !== null);
  // A paper about a relative is only strange where another says who the relatives are.
  if (others.every((person) => isNearTo(person, applicant))) return [];
  const isStrange = people.every(
    (person) => isSurelyAnother(person, applicant) && !isNamedIn(person, others),
  );
  return stranger && isStrange ? [differs(paper, 'FOREIGN_PAPER', stranger.name!)] : [];
}

function isSurelyAnother(person: NamedPerson, applicant: Reference): boolean {
  return person.name !== null && applicant.names.every((known) => isOtherName(person.name!, known));
}

function isAnotherId({ id }: NamedPerson, { ids }: Reference): boolean {
  return id !== null && ids.length > 0 && ids.every((known) => isOtherNumber(id, known));
}

function isNamedIn(person: NamedPerson, others: readonly NamedPerson[]): boolean {
  return others.some(({ name, id }) => {
    const isNamed = name !== null && person.name !== null && !isOtherName(person.name, name.value);
    return isNamed || (id !== null && id.value === person.id?.value);
  });
}

function differences(
  paper: ReviewedPaper,
  { name, id, birth }: NamedPerson,
  applicant: Reference,
): Finding[] {
  const { names, ids, births } = applicant;
  return [
    ...(name && names.every((known) => isOtherName(name, known))
      ? [differs(paper, 'NAME_MISMATCH', name)]
      : []),
    ...(id && ids.length > 0 && ids.every((known) => isOtherNumber(id, known))
      ? [differs(paper, 'ID_MISMATCH', id)]
      : []),
    ...(birth && births.length > 0 && births.every((known) => isOtherDay(birth, known))
      ? [differs(paper, 'DOB_MISMATCH', birth)]
      : []),
  ];
}

function eachOnce(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ code }, index) => findings.findIndex((other) => other.code === code) === index);
}

type Difference = Extract<FindingCode, 'NAME_MISMATCH' | 'ID_MISMATCH' | 'DOB_MISMATCH' | 'FOREIGN_PAPER'>;

const SAID: Readonly<Record<Difference, string>> = {
  NAME_MISMATCH: 'ghi họ tên khác với người nộp đã khai. Đối chiếu với bản giấy rồi sửa chỗ sai.',
  ID_MISMATCH: 'ghi số định danh khác với số đã khai. Đối chiếu với bản giấy rồi sửa chỗ sai.',
  DOB_MISMATCH: 'ghi ngày sinh khác với ngày đã khai. Đối chiếu với bản giấy rồi sửa chỗ sai.',
  FOREIGN_PAPER: 'là giấy tờ của người khác, không phải của người nộp. Kiểm tra xem có lẫn hồ sơ không.',
};

/** Names and numbers stay in the fields: findings travel further than those may. */
function differs({ pages, paper, type }: ReviewedPaper, code: Difference, field: PaperField): Finding {
  const page = pages.find(({ facts }) => facts.pageId === field.pageId) ?? pages[0]!;
  return {
    code,
    severity: 'error',
    pageId: page.facts.pageId,
    docType: type,
    message: `Trang ${page.number}: “${paper.name}” ${SAID[code]}`,
    detail: { field: field.name },
  };
}
