import { describe, expect, it } from 'vitest';
import type { ExplodedPage } from '../../../shared/domain/exploded-scan.ts';
import { planPdf } from '../../../shared/pdf/explode-pdf.ts';
import { LIMITS } from '../../support/explode-process.ts';
import { latin1, type PdfPageParts, writePagesPdf } from '../../support/pdf-objects.ts';

const HELVETICA = font('/Subtype /Type1 /BaseFont /Helvetica');

function font(entries: string): string {
  return `/Font << /F1 << /Type /Font ${entries} >> >>`;
}

async function explode(
  parts: Partial<PdfPageParts> & { content: string },
  extra: { dictionary: string; data: Uint8Array }[] = [],
) {
  const plan = await planPdf(writePagesPdf([{ resources: HELVETICA, ...parts }], { extra }), LIMITS);
  const pages: ExplodedPage[] = [];
  for await (const page of plan.pages) pages.push(page);
  return { page: pages[0]!, warnings: plan.warnings };
}

function say(page: ExplodedPage): string[] | undefined {
  return page.bornDigitalLines?.map((line) => line.words.map((word) => word.text).join(' '));
}

function write(x: number, y: number, text: string): string {
  return `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET\n`;
}

describe('text that a page carries itself', () => {
  it.each([
    [0, '1 0 0 1 100 700'],
    [90, '0 1 -1 0 300 100'],
    [180, '-1 0 0 -1 500 300'],
    [270, '0 -1 1 0 300 700'],
  ])('lies where it is drawn, on a page turned by %i', async (rotate, matrix) => {
    const content = `BT /F1 20 Tf ${matrix} Tm (Quyet dinh so 123 cua Uy ban) Tj ET`;
    const { page } = await explode({ content, entries: `/Rotate ${rotate}` });
    expect(say(page)).toEqual(['Quyet dinh so 123 cua Uy ban']);
    const { box } = page.bornDigitalLines![0]!;
    expect(box.width).toBeGreaterThan(box.height * 8);
    expect(box.x).toBeGreaterThan(0);
    expect(box.y + box.height).toBeLessThan(page.heightPx);
    expect(box.height).toBeCloseTo((20 / 72) * page.dpi!, -1.5);
  });

  it('is composed Unicode', async () => {
    const map =
      'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <006103020301> endbfchar endcmap';
    const resources = font('/Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R');
    const content = write(72, 700, 'AB CD EF GH IJ KL MN OP QR ST UV WX');
    const { page } = await explode({ content, resources }, [{ dictionary: '', data: latin1(map) }]);
    expect(say(page)![0]!.startsWith('\u1ea5B CD')).toBe(true);
  });

  it('is read across the rows of a table and down the columns of a letterhead', async () => {
    const cells = [100, 300, 500]
      .flatMap((x) => [600, 630, 660].map((y) => `${x - 10} ${y - 8} 200 30 re S\n`))
      .join('');
    const rows = [660, 630, 600]
      .map((y, row) => write(100, y, `A${row}`) + write(300, y, `B${row}`) + write(500, y, `C${row}`))
      .join('');
    const heads =
      write(60, 800, 'UY BAN NHAN DAN') +
      write(330, 800, 'CONG HOA XA HOI') +
      write(60, 785, 'XA TAN HUNG') +
      write(330, 785, 'Doc lap Tu do');
    const { page } = await explode({ width: 800, content: heads + cells + rows });
    expect(say(page)).toEqual([
      'UY BAN NHAN DAN',
      'XA TAN HUNG',
      'CONG HOA XA HOI',
      'Doc lap Tu do',
      'A0 B0 C0',
      'A1 B1 C1',
      'A2 B2 C2',
    ]);
  });

  it('leaves out the dots that people write on, but no points', async () => {
    const { page } = await explode({
      content: write(72, 700, 'Ho ten:..........Nguyen Van An...... so 1.234.567 v.v...'),
    });
    expect(say(page)).toEqual(['Ho ten: Nguyen Van An so 1.234.567 v.v...']);
  });

  it('is left to OCR where it is in a font of the time before Unicode, which is drawn with a stand-in', async () => {
    const resources = font('/Subtype /TrueType /BaseFont /.VnTime /Encoding /WinAnsiEncoding');
    const { page, warnings } = await explode({
      content: write(72, 700, 'C\xe9ng h\xdfa x\xb7 h\xe9i ch\xf1 ngh\xdca'),
      resources,
    });
    expect(page.bornDigitalLines).toBeUndefined();
    expect(warnings).toEqual(['pdf-font-missing']);
  });

  it('is left to OCR where letters say nothing, stand on their side or are too few', async () => {
    const map =
      'begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <5A> <E041> endbfrange endcmap';
    const secret = font('/Subtype /Type1 /BaseFont /Helvetica /ToUnicode 5 0 R');
    const unknown = await explode(
      { content: write(72, 700, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), resources: secret },
      [{ dictionary: '', data: latin1(map) }],
    );
    expect(unknown.page.bornDigitalLines).toBeUndefined();
    const sideways = await explode({
      content: 'BT /F1 20 Tf 0 1 -1 0 300 100 Tm (Quyet dinh so 123 cua Uy ban) Tj ET',
    });
    expect(sideways.page.bornDigitalLines).toBeUndefined();
    const few = await explode({ content: write(72, 700, 'Trang 1') });
    expect(few.page.bornDigitalLines).toBeUndefined();
  });

  it('is left to OCR beside a picture that may be a pasted card', async () => {
    const image = {
      dictionary: '/Width 90 /Height 60 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      data: new Uint8Array(5400),
    };
    const content = `${write(72, 700, 'Ban sao can cuoc cong dan')} q 250 0 0 160 72 400 cm /Im0 Do Q`;
    expect((await explode({ content, images: [image] })).page.bornDigitalLines).toBeUndefined();
  });
});
