import { describe, expect, it } from 'vitest';
import { EMPTY_MANIFEST } from '../../../../shared/domain/manifest.ts';
import type { PageQuality } from '../../../../shared/domain/page.ts';
import { validateDossier } from '../../../../shared/domain/validate-dossier.ts';
import { blankPage, pageOf } from '../page-of.ts';

const PRINT = 'TỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã Tân Thuận\nHọ tên: Lê Thị Thử';

function noted(...qualities: readonly Partial<PageQuality>[]) {
  const pages = qualities.map((quality) =>
    quality.blank ? blankPage() : pageOf(PRINT, { quality: { colour: true, ...quality } }),
  );
  const { findings, verdict } = validateDossier({
    dossierCode: null,
    manifest: EMPTY_MANIFEST,
    pages,
    today: '2026-06-10',
  });
  const about = findings.filter(({ code }) => code === 'LOW_DPI' || code === 'SCAN_BELOW_STANDARD');
  return {
    about: about.map(({ code, severity }) => [code, severity]),
    verdict,
    messages: about.map((f) => f.message),
  };
}

describe('the resolution of pages', () => {
  it('is a warning below 150 dpi, a note below 200 or without colour, else nothing', () => {
    expect(noted({ effectiveDpi: 149 }).about).toEqual([['LOW_DPI', 'warning']]);
    expect(noted({ effectiveDpi: 150 }).about).toEqual([['SCAN_BELOW_STANDARD', 'info']]);
    expect(noted({ effectiveDpi: 199 }).about).toEqual([['SCAN_BELOW_STANDARD', 'info']]);
    expect(noted({ effectiveDpi: 300, colour: false }).about).toEqual([['SCAN_BELOW_STANDARD', 'info']]);
    expect(noted({ effectiveDpi: 200 }).about).toEqual([]);
    expect(noted({ effectiveDpi: null }).about).toEqual([]);
  });

  it('is noted once for all pages that are alike, and not of blanks', () => {
    const plain = { colour: false };
    expect(noted(plain, plain, { blank: true }, plain).messages).toEqual([
      expect.stringMatching(/^Trang 1, 2 và 4: /),
    ]);
  });
});
