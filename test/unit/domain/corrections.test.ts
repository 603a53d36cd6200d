import { describe, expect, it } from 'vitest';
import { answerFields, answerFindings } from '../../../shared/domain/apply-answers.ts';
import type { Act } from '../../../shared/domain/corrections.ts';
import { handlingOf, standingAnswer } from '../../../shared/domain/corrections.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { ReadPage } from '../../../shared/domain/group-pages.ts';
import type { PageId } from '../../../shared/domain/ids.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { PaperField } from '../../../shared/domain/paper.ts';
import { asksForRescan, verdictOn } from '../../../shared/domain/verdict.ts';
import { sampleCorrections } from '../../support/sample-records.ts';
import { pageOf } from './page-of.ts';

const BY = { by: { id: 'can-bo-01', name: 'Lê Thị Duyệt' }, at: '2026-01-05T02:00:00.000Z' };
const PAGE = 'p1' as PageId;
const acts = (...list: Act[]) => sampleCorrections('d-1', { acts: list });
const said = (actId: string, value: string | null, pageId = PAGE): Act => ({
  kind: 'field-answer',
  actId,
  ...BY,
  reviewId: `field.${pageId}.hoTen`,
  pageId,
  field: 'hoTen',
  value,
});
const readPage = (facts: PageFacts): ReadPage => ({ number: 1, facts, signs: {} as never });
const read: PaperField[] = [
  { name: 'hoTen', value: 'LÊ THỊ MÁU', confidence: 55, source: 'ocr', pageId: PAGE, box: null },
];

describe('answers about fields', () => {
  const own = [readPage(pageOf('x', { id: PAGE }))];

  it('take the place of what was read, the last one standing', () => {
    const { fields } = answerFields(read, own, acts(said('a', 'MỘT'), said('b', 'HAI')));
    expect(fields).toEqual([{ ...read[0], value: 'HAI', confidence: 100, source: 'person' }]);
  });

  it('take it away where the paper does not say it, until somebody finds it after all', () => {
    expect(answerFields(read, own, acts(said('a', null)))).toEqual({ fields: [], absent: ['hoTen'] });
    expect(answerFields(read, own, acts(said('a', null), said('b', 'CÓ')))).toMatchObject({
      fields: [{ value: 'CÓ' }],
      absent: [],
    });
  });

  it('are for the paper of their page, or of the better scan of it, and for no other', () => {
    const replaced = { ...pageOf('x', { id: 'new' }), plan: { replaces: PAGE, ...BY } };
    expect(answerFields(read, [readPage(replaced)], acts(said('a', 'MỘT'))).fields[0]!.value).toBe('MỘT');
    const other = [readPage(pageOf('x', { id: 'p2' }))];
    expect(answerFields(read, other, acts(said('a', 'MỘT')))).toEqual({ fields: read, absent: [] });
  });
});

describe('answers about findings', () => {
  const blurry: Finding = { code: 'BLURRY_PAGE', severity: 'error', message: 'Mờ.', pageId: PAGE };
  const expired: Finding = { code: 'EXPIRED_ID', severity: 'warning', message: 'Hết hạn.', pageId: PAGE };
  const answered = (choice: 'accepted' | 'confirmed'): Act => ({
    kind: 'finding-answer',
    actId: 'a',
    ...BY,
    reviewId: `finding.BLURRY_PAGE.${PAGE}`,
    choice,
  });
  const facts = pageOf('x', { id: PAGE });

  it('stand beside them; accepted ones no longer count', () => {
    const findings = answerFindings([blurry, expired], [facts], acts(answered('accepted')));
    expect(findings).toEqual([{ ...blurry, answer: { choice: 'accepted', ...BY } }, expired]);
    expect([verdictOn([blurry]), verdictOn(findings), verdictOn([findings[0]!])]).toEqual([
      'rescan',
      'needs-review',
      'clean',
    ]);
    expect(asksForRescan(answerFindings([blurry], [facts], acts(answered('confirmed')))[0]!)).toBe(true);
  });

  it('come from the desk too, where a clerk kept a bad picture, and about the picture alone', () => {
    const kept = { ...facts, plan: { kept: { reason: 'Bản gốc đã mờ.' }, ...BY } };
    const findings = answerFindings([blurry, expired], [kept], null);
    expect(findings[0]!.answer).toEqual({ choice: 'accepted', note: 'Bản gốc đã mờ.', ...BY });
    expect(findings[1]).toEqual(expired);
  });
});

describe('the officer’s work on a dossier', () => {
  const accepted = (revision: number): Act => ({ kind: 'accepted', actId: 'a', ...BY, revision });
  const escalated: Act = { kind: 'escalated', actId: 'b', ...BY, to: BY.by, reason: 'x', reviewId: 'r' };

  it('stands where the last act says, for the revision that it saw', () => {
    expect(handlingOf(null, 1)).toBe('open');
    expect(handlingOf(acts(accepted(1)), 1)).toBe('accepted');
    expect(handlingOf(acts(accepted(1)), 2)).toBe('open');
    expect(handlingOf(acts(accepted(1), escalated), 2)).toBe('escalated');
    expect(handlingOf(acts(escalated, accepted(2)), 2)).toBe('accepted');
  });

  it('is no answer to a question that was only handed up', () => {
    expect(standingAnswer(acts(escalated), 'r')).toBeUndefined();
  });
});
