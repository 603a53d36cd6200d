import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { PageId, PaperId } from '../../../shared/domain/ids.ts';
import { manifestSchema } from '../../../shared/domain/manifest.ts';
import { draftSupplementLetter } from '../../../shared/domain/supplement-letter.ts';
import { sampleDossier } from '../../support/sample-records.ts';

const PAGE = 'p1' as PageId;
const papers = [
  {
    paperId: 'CCCD-1' as PaperId,
    type: 'CCCD',
    name: 'Căn cước công dân',
    componentCode: null,
    pageIds: [PAGE],
    signed: false,
    fields: [],
  },
];
const error = (code: Finding['code'], changes: Partial<Finding> = {}): Finding => ({
  code,
  severity: 'error',
  message: 'câu dành cho cán bộ',
  pageId: PAGE,
  ...changes,
});

describe('the draft of a request for a supplement', () => {
  it('says whose dossier it is, what is missing and what is wrong, one line each', () => {
    const letter = draftSupplementLetter(
      sampleDossier('H12.09-260102-0001', {
        manifest: manifestSchema.parse({
          procedureName: 'Đăng ký khai sinh',
          declaredApplicant: { name: 'Lê Thị Mẫu', address: 'Ấp 1, xã Đất Mới', phone: '0900000001' },
        }),
        papers,
        missing: [{ type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh' }],
        findings: [
          error('EXPIRED_ID', { severity: 'warning' }),
          error('NAME_MISMATCH'),
          error('NAME_MISMATCH'),
          error('MISSING_REQUIRED', { docType: 'GIAY_CHUNG_SINH' }),
        ],
      }),
    );
    expect(letter.split('\n')).toEqual([
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mã hồ sơ: H12.09-260102-0001',
      'Chủ hồ sơ: Lê Thị Mẫu',
      'Địa chỉ: Ấp 1, xã Đất Mới',
      'Số điện thoại: 0900000001',
      'Nội dung yêu cầu giải quyết: Đăng ký khai sinh',
      'Đề nghị Ông/Bà bổ sung, hoàn thiện hồ sơ với các nội dung sau:',
      '1. Bổ sung: Giấy chứng sinh.',
      '2. “Căn cước công dân”: đã hết hạn; đề nghị nộp giấy tờ còn hiệu lực.',
      '3. “Căn cước công dân”: họ tên khác với thông tin đã khai; đề nghị kiểm tra và nộp giấy tờ đúng.',
      'Lý do: hồ sơ chưa đủ hoặc chưa đúng theo quy định của thủ tục.',
    ]);
  });

  it('asks the citizen neither for what the office scanned badly nor for what was accepted', () => {
    const answer = {
      choice: 'accepted',
      by: { id: 'a', name: 'A' },
      at: '2026-01-05T02:00:00.000Z',
    } as const;
    const letter = draftSupplementLetter(
      sampleDossier('d-1', { papers, findings: [error('BLURRY_PAGE'), error('EXPIRED_ID', { answer })] }),
    );
    expect(letter).not.toMatch(/^1\. /m);
  });
});
