/** Lets what people answered take the place of what was read, and marks the findings that they answered. */
import { actsOf, type Corrections, type FieldAnswer, standingAnswer } from './corrections.ts';
import type { AnsweredFinding, Finding, FindingCode } from './finding.ts';
import type { ReadPage } from './group-pages.ts';
import type { PageFacts } from './page.ts';
import type { PaperField } from './paper.ts';
import { reviewIdOfFinding } from './review-ids.ts';

/** A person who looked at the paper is believed. */
const SAID_BY_PERSON = 100;
/** Bad pictures that a clerk may hand on for a reason. */
const KEEPABLE: ReadonlySet<FindingCode> = new Set(['BLURRY_PAGE', 'TOO_DARK', 'CUT_OFF', 'LOW_DPI']);

export interface AnsweredFields {
  readonly fields: PaperField[];
  readonly absent: string[];
}

/** Answers belong to the paper that holds their page, or the better scan of it; the last one of a field stands. */
export function answerFields(
  read: readonly PaperField[],
  pages: readonly ReadPage[],
  corrections: Corrections | null,
): AnsweredFields {
  const own = new Set(pages.flatMap(({ facts }) => [facts.pageId, facts.plan?.replaces ?? facts.pageId]));
  const answers = new Map<string, FieldAnswer>();
  for (const answer of actsOf(corrections, 'field-answer')) {
    if (own.has(answer.pageId)) answers.set(answer.field, answer);
  }
  const kept = read.flatMap((field) => {
    const answer = answers.get(field.name);
    if (!answer) return [field];
    return answer.value === null ? [] : [{ ...field, ...saidBy(answer.value) }];
  });
  const added = [...answers.values()]
    .filter(({ field, value }) => value !== null && !read.some(({ name }) => name === field))
    .map(({ field, value, pageId }) => ({ name: field, pageId, box: null, ...saidBy(value!) }));
  const absent = [...answers.values()].filter(({ value }) => value === null).map(({ field }) => field);
  return { fields: [...kept, ...added], absent };
}

function saidBy(value: string): Pick<PaperField, 'value' | 'confidence' | 'source'> {
  return { value, confidence: SAID_BY_PERSON, source: 'person' };
}

export function answerFindings(
  findings: readonly Finding[],
  pages: readonly PageFacts[],
  corrections: Corrections | null,
): Finding[] {
  const planOf = new Map(pages.map(({ pageId, plan }) => [pageId, plan]));
  return findings.map((finding) => {
    const act = standingAnswer(corrections, reviewIdOfFinding(finding));
    if (act?.kind === 'finding-answer') {
      const { choice, by, at, note } = act;
      return { ...finding, answer: { choice, by, at, ...(note ? { note } : {}) } };
    }
    const plan = finding.pageId && planOf.get(finding.pageId);
    if (!plan?.kept || !KEEPABLE.has(finding.code)) return finding;
    const answer: AnsweredFinding = { choice: 'accepted', by: plan.by, at: plan.at, note: plan.kept.reason };
    return { ...finding, answer };
  });
}
