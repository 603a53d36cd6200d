import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseOf, componentsOf, findProcedureIn, searchProcedures } from '../../../shared/domain/procedure.ts';
import { readProcedures } from '../../../shared/domain/procedure-import.ts';

const SAMPLE = new URL('../../../functions/standalone/sample-catalogue/lay-thu-tuc.json', import.meta.url);
const sample = () => JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, unknown>[];
const paper = { MAGIAYTO: 'GT.1', TENGIAYTO: 'Giấy chứng sinh', SOBANCHINH: '1', SOBANSAO: null };
const raw = (changes: object = {}) => ({
  MATTHC: '1.000001',
  TENTTHC: 'Thủ tục',
  CACHTHUCTHUCHIEN: [{ KENH: '1' }, { KENH: 3 }],
  THANHPHANHOSO: [{ TRUONGHOP: '', GIAYTO: [paper] }],
  ...changes,
});
const problemsOf = (json: unknown) =>
  readProcedures(json).problems.map(({ field, message }) => `${field}: ${message}`);

describe('procedures from the National Portal', () => {
  it('reads the sample catalogue as it ships', () => {
    const { procedures } = readProcedures(sample());
    expect(procedures).toHaveLength(5);
    expect(procedures.filter(({ mailable }) => !mailable).map(({ code }) => code)).toEqual(['1.013225']);
  });

  it('takes one procedure, a list, or the answer of the service around it', () => {
    for (const json of [raw(), [raw()], { error_code: 0, message: '', result: [raw()] }, { result: raw() }]) {
      expect(readProcedures(json).procedures).toMatchObject([
        {
          code: '1.000001',
          active: true,
          mailable: true,
          reason: null,
          cases: [
            { id: '1', components: [{ code: 'GT.1', type: 'GIAY_CHUNG_SINH', originals: 1, copies: 0 }] },
          ],
        },
      ]);
    }
  });

  it('says why a procedure without the post among its channels is not mailable', () => {
    for (const channels of [[{ KENH: '1' }], [], null]) {
      const [procedure] = readProcedures(raw({ CACHTHUCTHUCHIEN: channels })).procedures;
      expect(procedure?.mailable).toBe(false);
      expect(procedure?.reason).toContain('bưu chính');
    }
  });

  it('knows a procedure that has ended', () => {
    const active = (TRANGTHAI: unknown) => readProcedures(raw({ TRANGTHAI })).procedures[0]?.active;
    expect(['Hết hiệu lực', 'Đã bãi bỏ', '0'].map(active)).toEqual([false, false, false]);
    expect(['Công khai', '', null, '1', 10].map(active)).toEqual([true, true, true, true, true]);
  });

  it('asks for nothing that is handed in where it applies, or only shown', () => {
    const [procedure] = readProcedures(
      raw({
        THANHPHANHOSO: [
          {
            GIAYTO: [
              paper,
              { ...paper, MAGIAYTO: 'GT.2', TENGIAYTO: 'Văn bản ủy quyền (nếu có)' },
              { ...paper, MAGIAYTO: 'GT.3', TENGIAYTO: 'Hộ chiếu (xuất trình)' },
              { ...paper, MAGIAYTO: 'GT.4', SOBANCHINH: 0 },
            ],
          },
        ],
      }),
    ).procedures;
    expect(procedure?.cases[0]?.components.map(({ required }) => required)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('answers field by field, and takes nothing of a file with a fault', () => {
    const bad = raw({
      MATTHC: '9999',
      TENTTHC: ' ',
      THANHPHANHOSO: [{ GIAYTO: [{ ...paper, SOBANCHINH: 'hai', TENGIAYTO: undefined }, 7] }],
    });
    expect(problemsOf([raw(), bad])).toEqual([
      '[1].MATTHC: không đúng cấu trúc mã thủ tục (ví dụ 1.001193)',
      '[1].TENTTHC: còn trống: phải là tên thủ tục',
      '[1].THANHPHANHOSO[0].GIAYTO[0].TENGIAYTO: phải là tên giấy tờ',
      '[1].THANHPHANHOSO[0].GIAYTO[0].SOBANCHINH: phải là số nguyên từ 0 đến 99',
      '[1].THANHPHANHOSO[0].GIAYTO[1]: sai kiểu dữ liệu',
    ]);
    expect(readProcedures([raw(), bad]).procedures).toEqual([]);
  });

  it.each([null, 5, 'x', [], {}, [[]], { result: null }])('refuses %j', (json) => {
    expect(readProcedures(json).problems.length).toBeGreaterThan(0);
  });

  it('refuses the same code twice, names without end and lists where text belongs', () => {
    expect(problemsOf([raw(), raw()])).toEqual(['[1].MATTHC: trùng mã 1.000001 ở trên']);
    expect(problemsOf(raw({ TENTTHC: 'a'.repeat(5_000) }))[0]).toContain('dài quá');
    expect(problemsOf(raw({ TENTTHC: ['a'] }))).toEqual(['[0].TENTTHC: phải là tên thủ tục']);
    expect(problemsOf(Array.from({ length: 500 }, () => 1)).length).toBe(100);
  });
});

describe('the catalogue in use', () => {
  const { procedures } = readProcedures(sample());
  const birth = findProcedureIn(procedures, '1.001193.000.00.00.H12')!;

  it('finds a procedure by its national number', () => {
    expect(birth.name).toBe('Đăng ký khai sinh');
    expect(findProcedureIn(procedures, '1.999999')).toBeNull();
    expect(findProcedureIn(procedures, '')).toBeNull();
  });

  it('searches by code and by words without marks', () => {
    expect(searchProcedures(procedures, 'khai sinh').map(({ code }) => code)).toEqual(['1.001193']);
    expect(searchProcedures(procedures, 'HON nhan').map(({ code }) => code)).toEqual(['1.004873']);
    expect(searchProcedures(procedures, '1.0012')).toEqual([]);
    expect(searchProcedures(procedures, '1.0016').map(({ code }) => code)).toEqual(['1.001612']);
    expect(searchProcedures(procedures, '')).toHaveLength(5);
  });

  it('takes a case by id or name, and leaves an open choice open', () => {
    expect(caseOf(birth, '2')?.name).toContain('ngoài');
    expect(caseOf(birth, 'TRE SINH NGOAI CO SO Y TE')?.id).toBe('2');
    expect(caseOf(birth, undefined)).toBeNull();
    expect(caseOf(birth, 'khác')).toBeNull();
  });

  it('requires only what all cases ask for while the case is open', () => {
    const required = (chosen?: string) =>
      componentsOf(birth, chosen)
        .filter((component) => component.required)
        .map(({ code }) => code);
    expect(required()).toEqual(['MAU.GT.0101', 'MAU.GT.0001']);
    expect(required('1')).toEqual(['MAU.GT.0101', 'MAU.GT.0102', 'MAU.GT.0001']);
    expect(componentsOf(birth, undefined)).toHaveLength(6);
  });
});
