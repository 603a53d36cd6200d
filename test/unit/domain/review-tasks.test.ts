import { describe, expect, it } from 'vitest';
import { bandOf } from '../../../shared/domain/confidence-bands.ts';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { findReview } from '../../../shared/domain/find-review.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { PageId, PaperId } from '../../../shared/domain/ids.ts';
import type { Paper, PaperField } from '../../../shared/domain/paper.ts';
import { fieldLabel, isFieldOf, requiredFieldsOf } from '../../../shared/domain/paper-types/form-fields.ts';
import { PAPER_TYPES } from '../../../shared/domain/paper-types/index.ts';
import { reviewIdOfFinding } from '../../../shared/domain/review-ids.ts';
import { reviewTasksOf } from '../../../shared/domain/review-tasks.ts';
import { sampleDossier } from '../../support/sample-records.ts';

const BANDS = { accepted: 90, highlighted: 70, reviewed: 40 };
const PAGE = 'b-1.s0001-0123456789.p0001' as PageId;

function field(name: string, confidence: number, changes: Partial<PaperField> = {}): PaperField {
  const box = { x: 10, y: 20, width: 30, height: 40 };
  return { name, value: 'LÊ THỊ MẪU', confidence, source: 'ocr', pageId: PAGE, box, ...changes };
}

function paper(fields: readonly PaperField[], changes: Partial<Paper> = {}): Paper {
  return {
    paperId: 'CCCD-1' as PaperId,
    type: 'CCCD',
    name: 'Căn cước công dân',
    componentCode: null,
    pageIds: [PAGE],
    signed: false,
    fields,
    ...changes,
  };
}

const card = (...fields: PaperField[]) =>
  paper([field('soDinhDanh', 99), field('hoTen', 99), field('ngaySinh', 99), ...fields]);

const tasksOf = (changes: Partial<Dossier>) => reviewTasksOf(sampleDossier('d-1', changes), BANDS);

function finding(code: Finding['code'], changes: Partial<Finding> = {}): Finding {
  return { code, severity: 'warning', message: `${code}.`, ...changes };
}

describe('bands of confidence', () => {
  it.each([
    [100, 'accepted'],
    [90, 'accepted'],
    [89.9, 'highlighted'],
    [70, 'highlighted'],
    [69.9, 'reviewed'],
    [40, 'reviewed'],
    [39.9, 'typed'],
    [0, 'typed'],
  ])('%d is %s', (confidence, band) => {
    expect(bandOf(confidence, BANDS)).toBe(band);
  });
});

describe('questions about fields', () => {
  it('are put where the reading is below the band that is taken', () => {
    const doubtful = field('queQuan', 69);
    const [task, ...others] = tasksOf({ papers: [card(field('gioiTinh', 70), doubtful)] });
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      reviewId: `field.${PAGE}.queQuan`,
      kind: 'field',
      paperId: 'CCCD-1',
      pageId: PAGE,
      box: doubtful.box,
      value: 'LÊ THỊ MẪU',
      confidence: 69,
    });
    expect(task!.question).toBe('“Căn cước công dân”: “Quê quán” đọc được là “LÊ THỊ MẪU”, có đúng không?');
    expect(task!.choices.map(({ value }) => value)).toEqual(['confirm', 'absent']);
  });

  it('do not lead a person who has to type', () => {
    const [task] = tasksOf({ papers: [card(field('queQuan', 39))] });
    expect(task).toMatchObject({ value: null, choices: [{ value: 'absent' }] });
    expect(task!.question).not.toContain('LÊ THỊ MẪU');
  });

  it('follow the bands of the settings', () => {
    const dossier = sampleDossier('d-1', { papers: [card(field('queQuan', 75))] });
    expect(reviewTasksOf(dossier, BANDS)).toEqual([]);
    expect(reviewTasksOf(dossier, { ...BANDS, highlighted: 80 })).toHaveLength(1);
  });

  it('are put for each required field that was not read, unless a person says that it is not there', () => {
    expect(tasksOf({ papers: [paper([])] }).map((task) => task.field)).toEqual([
      'soDinhDanh',
      'hoTen',
      'ngaySinh',
    ]);
    expect(
      tasksOf({ papers: [paper([field('soDinhDanh', 99), field('hoTen', 99)], { absent: ['ngaySinh'] })] }),
    ).toEqual([]);
  });

  it('are not put about a paper that is not digitised, and a secret one takes no answer', () => {
    const doubtful = field('queQuan', 30);
    expect(tasksOf({ papers: [paper([doubtful], { skip: 'photocopy' })] })).toEqual([]);
    const secret = sampleDossier('d-1', { papers: [paper([doubtful], { skip: 'state-secret' })] });
    expect(findReview(secret, `field.${PAGE}.queQuan`)).toBeNull();
    expect(findReview(secret, `paper-type.${PAGE}`)).toBeNull();
  });

  it('are not put again about what a person said', () => {
    expect(tasksOf({ papers: [card(field('queQuan', 30, { source: 'person' }))] })).toEqual([]);
  });
});

describe('questions about findings', () => {
  it('are put for all but mere information, until they are answered', () => {
    const answer = {
      choice: 'accepted',
      by: { id: 'a', name: 'A' },
      at: '2026-01-05T02:00:00.000Z',
    } as const;
    const tasks = tasksOf({
      findings: [
        finding('LOW_DPI', { pageId: PAGE }),
        finding('BLANK_PAGE', { severity: 'info' }),
        finding('EXPIRED_ID', { pageId: PAGE, answer }),
        finding('MISSING_REQUIRED', { docType: 'CCCD' }),
      ],
    });
    expect(tasks.map(({ reviewId, kind }) => [reviewId, kind])).toEqual([
      [`finding.LOW_DPI.${PAGE}`, 'finding'],
      ['finding.MISSING_REQUIRED.CCCD', 'missing'],
    ]);
  });

  it('show the place of the field that they are about', () => {
    const mismatch = finding('NAME_MISMATCH', { pageId: PAGE, detail: { field: 'hoTen' } });
    const [task] = tasksOf({ papers: [card()], findings: [mismatch] });
    expect(task).toMatchObject({
      paperId: 'CCCD-1',
      box: { x: 10 },
      reviewId: `finding.NAME_MISMATCH.${PAGE}.hoTen`,
    });
  });

  it('keep their names when pages change their numbers, and have other names for other matters', () => {
    const detail = { announced: 'CCCD', separatorPage: 3 };
    const before = finding('TYPE_MISMATCH', { pageId: PAGE, detail });
    const after = finding('TYPE_MISMATCH', {
      pageId: PAGE,
      message: 'khác',
      detail: { ...detail, separatorPage: 7 },
    });
    expect(reviewIdOfFinding(after)).toBe(reviewIdOfFinding(before));
    const reason = (code: string) =>
      finding('SCAN_WARNING', { scanId: 's' as never, detail: { reason: code } });
    expect(reviewIdOfFinding(reason('pdf-form'))).not.toBe(reviewIdOfFinding(reason('pdf-repaired')));
    expect(reviewIdOfFinding(finding('ITEM_ID_INVALID', { detail: { found: 'a/../b ç' } }))).toMatch(
      /^[\w.-]+$/,
    );
  });
});

describe('questions about papers and dossiers', () => {
  it('are put where nobody can tell the type, with the types of the list first', () => {
    const nameless = paper([], { type: 'KHAC', name: 'Giấy tờ khác' });
    const expectedDocuments = [{ type: 'CCCD', name: 'Bản sao căn cước', required: true }];
    const [task] = tasksOf({
      papers: [nameless],
      manifest: { ...sampleDossier('d-1').manifest, expectedDocuments },
    });
    expect(task).toMatchObject({ kind: 'paper-type', reviewId: `paper-type.${PAGE}`, value: 'KHAC' });
    expect(task!.choices[0]).toEqual({ value: 'CCCD', label: 'Bản sao căn cước' });
    expect(new Set(task!.choices.map(({ value }) => value)).size).toBe(task!.choices.length);
    expect(tasksOf({ papers: [{ ...nameless, name: 'Giấy khai sinh' }] })).toEqual([]);
    expect(tasksOf({ papers: [{ ...nameless, assigned: true }] })).toEqual([]);
  });

  it('take the place of the finding about a separator that says otherwise', () => {
    const papers = [card()];
    const findings = [finding('TYPE_MISMATCH', { pageId: PAGE })];
    expect(tasksOf({ papers, findings }).map(({ kind }) => kind)).toEqual(['paper-type']);
  });

  it('ask for the dossier of an orphan, once', () => {
    const orphan = { dossierCode: null, findings: [finding('DOSSIER_CODE_MISSING')] };
    expect(tasksOf(orphan).map(({ reviewId }) => reviewId)).toEqual(['orphan']);
  });

  it('end with a withdrawal', () => {
    expect(tasksOf({ state: 'withdrawn', papers: [paper([])] })).toEqual([]);
  });
});

describe('a review by its id', () => {
  const dossier = sampleDossier('d-1', {
    papers: [card()],
    findings: [finding('BLANK_PAGE', { severity: 'info', pageId: PAGE })],
  });

  it('is found for every open question', () => {
    const asking = sampleDossier('d-1', {
      dossierCode: null,
      papers: [
        paper([field('hoTen', 20)]),
        paper([], {
          type: 'KHAC',
          name: 'Giấy tờ khác',
          paperId: 'KHAC-1' as PaperId,
          pageIds: ['q' as PageId],
        }),
      ],
      findings: [finding('LOW_DPI', { pageId: PAGE }), finding('MISSING_REQUIRED', { docType: 'SO_DO' })],
    });
    for (const { reviewId, kind } of reviewTasksOf(asking, BANDS)) {
      expect(findReview(asking, reviewId)).toMatchObject({ kind });
    }
  });

  it('is found for what nobody asked: a sure field, a mere information, a field that was not read', () => {
    expect(findReview(dossier, `field.${PAGE}.hoTen`)).toMatchObject({ kind: 'field', value: 'LÊ THỊ MẪU' });
    expect(findReview(dossier, `finding.BLANK_PAGE.${PAGE}`)).toMatchObject({ kind: 'finding' });
    expect(findReview(dossier, `field.${PAGE}.queQuan`)).toMatchObject({ kind: 'field', value: null });
  });

  it.each([
    'orphan',
    `field.${PAGE}.`,
    `field.${PAGE}.khongCo`,
    'field.khac.hoTen',
    'finding.LOW_DPI.x',
    '',
    '__proto__',
  ])('“%s” is nothing', (reviewId) => {
    expect(findReview(dossier, reviewId)).toBeNull();
  });
});

describe('fields of paper types', () => {
  it('that are required can be read or typed', () => {
    const required = PAPER_TYPES.flatMap(({ type }) =>
      requiredFieldsOf(type).map((name) => [type, name] as const),
    );
    expect(required.length).toBeGreaterThan(25);
    for (const [type, name] of required) {
      expect(isFieldOf(type, name)).toBe(true);
      expect(fieldLabel(type, name), `${type} ${name}`).not.toBe(
        name.charAt(0).toUpperCase() + name.slice(1),
      );
    }
  });

  it('have a label that a person reads', () => {
    expect(fieldLabel('TO_KHAI_KHAI_SINH', 'con.hoTen')).toBe('Họ, chữ đệm, tên');
    expect(fieldLabel('CCCD', 'hoTen')).toBe('Họ và tên');
    expect(fieldLabel('KHAC', 'soKyHieu')).toBe('Số, ký hiệu');
    expect(fieldLabel('GIAY_TIEP_NHAN', 'thanhPhan.2')).toBe('Thành phần hồ sơ 2');
    expect(fieldLabel('CONG_VAN', 'nguoiKy')).toBe('Người ký');
    expect(fieldLabel('KHAC', 'laLung')).toBe('LaLung');
  });
});
