/** What the counter types, and the manifest it becomes. */
import { describe, expect, it } from 'vitest';
import {
  codeState,
  EMPTY_FORM,
  isReady,
  itemState,
  manifestOf,
} from '../../../console/src/desk/start-draft.ts';
import type { Procedure } from '../../../console/src/http/answers.ts';

const procedure: Procedure = {
  code: '1.001193',
  name: 'Đăng ký khai sinh',
  sector: null,
  mailable: true,
  cases: [
    {
      id: '1',
      name: 'Thông thường',
      components: [
        {
          code: 'KQ.1',
          type: 'KHAC',
          name: 'Giấy ủy quyền (nếu có)',
          required: false,
          originals: 1,
          copies: 0,
        },
        { code: 'KQ.2', type: 'CCCD', name: 'Căn cước', required: true, originals: 0, copies: 1 },
      ],
    },
    { id: '2', name: 'Khác', components: [] },
  ],
};

describe('the start form', () => {
  it('takes codes as people type them and tells real ones from others', () => {
    expect(codeState('h12.09 – 261102 – 0001')).toBe('good');
    expect(codeState('H12.09-261302-0001')).toBe('bad');
    expect(codeState('H12.09-991102-0001')).toBe('future');
  });

  it('checks item numbers of the UPU and leaves others alone', () => {
    expect(itemState('ea 999 042 618 vn')).toBe('good');
    expect(itemState('EA999042619VN')).toBe('bad');
    expect(itemState('BD-2026-77')).toBe('other');
  });

  it('is ready with a code, or none on purpose, and the case where there are several', () => {
    const form = { ...EMPTY_FORM, dossierCode: 'H12.09-261102-0001', procedure };
    expect(isReady(form)).toBe(false);
    expect(isReady({ ...form, caseId: '1' })).toBe(true);
    expect(isReady({ ...form, caseId: '1', dossierCode: '' })).toBe(false);
    expect(isReady({ ...form, caseId: '1', dossierCode: '', withoutCode: true })).toBe(true);
  });

  it('becomes a manifest with types for all papers and nothing that was not typed', () => {
    const form = {
      ...EMPTY_FORM,
      dossierCode: 'h12.09-261102-0001',
      procedure,
      caseId: '1',
      dateOfBirth: '1/2/1990',
    };
    const manifest = manifestOf(form, { id: 'hoa', name: 'Hoa', role: 'clerk', officeCode: '984250' });
    expect(manifest).toMatchObject({
      dossierCode: 'H12.09-261102-0001',
      case: '1',
      declaredApplicant: { dateOfBirth: '1990-02-01' },
      receivingPostOffice: { code: '984250' },
    });
    expect(manifest.expectedDocuments.map(({ type }) => type)).toEqual(['GIAY_UY_QUYEN', 'CCCD']);
    expect(manifest.declaredApplicant).not.toHaveProperty('name');
  });
});
