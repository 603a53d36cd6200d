import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST, type Manifest } from '../../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../../shared/domain/page.ts';
import { validateDossier } from '../../../../shared/domain/validate-dossier.ts';
import { pageOf } from '../page-of.ts';

const CODE = 'H12.34-250701-0001';
const manifest: Manifest = {
  ...EMPTY_MANIFEST,
  dossierCode: CODE,
  receivedOn: '2026-06-11',
  declaredApplicant: { name: 'Trần Chí Nguyện', idNumber: '096094000057', dateOfBirth: '1994-03-26' },
};

const front = (code: string, print = '') =>
  pageOf(`CĂN CƯỚC CÔNG DÂN\nIDENTITY CARD\nFull name:\nDate of birth:\n${print}`, { codes: [code] });
const cardOf = (id: string, name: string, born: string) =>
  front(`${id}||${name}|${born}|Nam|Cà Mau|15042021`);
const own = () => cardOf('096094000057', 'Trần Chí Nguyện', '26031994');
const other = () => cardOf('096196000058', 'Huỳnh Diễm My', '21091996');

function codesOf(pages: readonly PageFacts[], declared = manifest) {
  const { findings } = validateDossier({ dossierCode: CODE, manifest: declared, pages, today: '2026-06-12' });
  return findings.map(({ code }) => code);
}

describe('the identity card and the declared applicant', () => {
  it('agree, with or without tone marks', () => {
    expect(codesOf([own()])).toEqual([]);
    expect(
      codesOf([own()], {
        ...manifest,
        declaredApplicant: { ...manifest.declaredApplicant, name: 'TRAN CHI NGUYEN' },
      }),
    ).toEqual([]);
  });

  it.each([
    [cardOf('096094000057', 'Trần Chí Nguyện', '26041994'), 'DOB_MISMATCH'],
    [cardOf('096094000057', 'Trần Minh Nguyện', '26031994'), 'NAME_MISMATCH'],
    [cardOf('096094000075', 'Trần Chí Nguyện', '26031994'), 'ID_MISMATCH'],
    [other(), 'FOREIGN_PAPER'],
  ])('differ in one thing: %#', (page, code) => {
    expect(codesOf([page])).toEqual([code]);
  });

  it('a relative’s card beside the applicant’s own is no fault', () => {
    expect(codesOf([own(), other()])).toEqual([]);
  });

  it('say nothing where nothing was declared or nothing sure was read', () => {
    expect(codesOf([other()], { ...manifest, declaredApplicant: {} })).toEqual([]);
    expect(codesOf([front('no code', 'Số: 096196000058')])).toEqual([]);
  });

  const printed = (id: string, name: string, born: string) =>
    pageOf(
      `CĂN CƯỚC CÔNG DÂN\nIDENTITY CARD\nSố / No.: ${id}\nHọ và tên / Full name: ${name}\nNgày sinh / Date of birth: ${born}`,
    );

  it('without code and zone differ where no misreading explains it', () => {
    const name = 'TRẦN CHÍ NGUYỆN';
    expect(codesOf([printed('096094000057', name, '26/03/1994')])).toEqual([]);
    expect(codesOf([printed('096094000051', name, '28/03/1994')])).toEqual([]);
    expect(codesOf([printed('096094222457', name, '26/03/1994')])).toEqual(['ID_MISMATCH']);
    expect(codesOf([printed('096094000057', name, '14/11/1972')])).toEqual(['DOB_MISMATCH']);
    expect(codesOf([printed('096196002258', 'HUỲNH DIỄM MY', '21/09/1972')])).toEqual(['FOREIGN_PAPER']);
    expect(codesOf([own(), printed('096196002258', 'HUỲNH DIỄM MY', '21/09/1972')])).toEqual([]);
  });
});

describe('the end of validity', () => {
  const code = '096094000057||Trần Chí Nguyện|26031994|Nam|Cà Mau|15042021';

  it('in the zone counts when its check digit is right', () => {
    const zone = (line: string) => pageOf(`Đặc điểm nhận dạng\nNgón trỏ trái\nNgón trỏ phải\n${line}`);
    expect(codesOf([zone('9403268M2603265VNM<<<<<<<<<<<2')])).toEqual(['EXPIRED_ID']);
    expect(codesOf([zone('9403268M2603260VNM<<<<<<<<<<<2')])).toEqual([]);
    expect(codesOf([zone('9403268M3403266VNM<<<<<<<<<<<2')])).toEqual([]);
  });

  it('in print counts when it is a birthday', () => {
    expect(codesOf([front(code, 'Có giá trị đến: 26/03/2026')])).toEqual(['EXPIRED_ID']);
    expect(codesOf([front(code, 'Có giá trị đến:\n26/03/2026')])).toEqual(['EXPIRED_ID']);
    expect(codesOf([front(code, 'Có giá trị đến: 28/03/2026')])).toEqual([]);
  });

  it('in print counts beside a printed day of birth, where code and zone are lost', () => {
    const card = (until: string) =>
      pageOf(
        `CĂN CƯỚC CÔNG DÂN\nIDENTITY CARD\nHọ và tên / Full name: TRẦN CHÍ NGUYỆN\nNgày sinh / Date of birth: 26/03/1994\nCó giá trị đến: ${until}`,
      );
    expect(codesOf([card('26/03/2026')])).toEqual(['EXPIRED_ID']);
    expect(codesOf([card('28/03/2026')])).toEqual([]);
    expect(codesOf([card('26/03/2034')])).toEqual([]);
  });

  it('is judged on the day of reception', () => {
    const page = () => front(code, 'Có giá trị đến: 26/03/2026');
    expect(codesOf([page()], { ...manifest, receivedOn: '2026-03-26' })).toEqual([]);
    expect(codesOf([page()], { ...manifest, receivedOn: 'hôm qua' })).toEqual(['EXPIRED_ID']);
  });
});
