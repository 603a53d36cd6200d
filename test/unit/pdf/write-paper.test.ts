import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/domain/geometry.ts';
import { plainText } from '../../../shared/domain/page-text.ts';
import { writePaperPdf } from '../../../shared/pdf/write-paper.ts';
import { readPdfText, readShownStrings, withPdf } from '../../support/read-pdf-text.ts';
import { readTextWithPdfium } from '../../support/render-pdf-page.ts';
import { sampleFrame, sampleLine, samplePage, samplePaper } from '../../support/sample-paper.ts';

/** Two columns, dashes, single letters, old ligatures, Nôm, small and large type, a slanted pair of lines. */
const LINES = [
  sampleLine(40, 40, 'ỦY BAN NHÂN DÂN'),
  sampleLine(60, 80, 'XÃ KHÁNH BÌNH -'),
  sampleLine(400, 40, 'CỘNG HÒA XÃ HỘI'),
  sampleLine(420, 80, 'Độc lập - Tự do'),
  sampleLine(40, 150, 'Số: 12/QĐ-UBND-'),
  sampleLine(40, 190, 'ngày 01-02-2026 1½ tờ'),
  sampleLine(40, 240, 'chữ Nôm 𡨸𡦂 và Ấ ồ ự ặ', 34),
  sampleLine(40, 300, '- gạch đầu dòng ①'),
  sampleLine(40, 350, 'nhỏ xíu', 12),
  sampleLine(40, 400, 'TO LỚN', 60),
];

const text = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
/** The no-break space behind a hyphen at a line's end counts as the white space that it is. */
const lines = (page: string) => page.split('\n').map((line) => line.trimEnd());

describe('writePaperPdf', () => {
  it('gives every line and word back in order to PDF.js and pdfium', async () => {
    const pdf = await writePaperPdf(samplePaper([await samplePage(LINES)]));
    const expected = plainText({ lines: LINES }).split('\n');
    expect(lines(await readPdfText(pdf, 1))).toEqual(expected);
    expect(lines(await readTextWithPdfium(pdf, 1))).toEqual(expected);
  });

  it('puts every word within a pixel of its box', async () => {
    const frame = sampleFrame(800, 600, 200);
    const pdf = await writePaperPdf(samplePaper([await samplePage(LINES, frame)]));
    const shown = (await readShownStrings(pdf, 1)).filter((string) => string.text.trim() !== '');
    const words = LINES.flatMap((line) => line.words);
    expect(shown.map((string) => string.text.trimEnd())).toEqual(words.map((word) => word.text));
    const toPixels = frame.dpi / 72;
    shown.forEach(({ text, box }, index) => {
      const wanted = words[index]!.box;
      // The font reaches a fifth of its size below the baseline.
      const found: Box = {
        x: box.x * toPixels,
        y: frame.heightPx - (box.y + 0.8 * box.height) * toPixels,
        width: box.width * toPixels,
        height: box.height * toPixels,
      };
      for (const side of ['x', 'y', 'width', 'height'] as const) {
        expect(Math.abs(found[side] - wanted[side]), `${text} ${side}`).toBeLessThan(0.1);
      }
    });
  });

  it('describes all pages before the first picture, so that a reader of parts needs no part of each page', async () => {
    const pages = await Promise.all(
      [1, 2, 3].map((number) => samplePage([sampleLine(40, 40, `Trang ${number}`)])),
    );
    const written = text(await writePaperPdf(samplePaper(pages)));
    const places = [...written.matchAll(/\/Type \/Page\b/g)].map(({ index }) => index);
    expect(places).toHaveLength(3);
    expect(Math.max(...places)).toBeLessThan(written.indexOf('/Subtype /Image'));
  });

  it('keeps lines together that a residual slant crosses', async () => {
    const slanted = [300, 340].map((y) => {
      const line = sampleLine(20, y, 'một dòng dài hơi nghiêng theo tờ giấy quét lệch', 28);
      const tilt = (box: Box) => ({ ...box, y: Math.round(box.y + 0.01 * box.x) });
      return { ...line, words: line.words.map((word) => ({ ...word, box: tilt(word.box) })) };
    });
    const pdf = await writePaperPdf(samplePaper([await samplePage(slanted)]));
    expect(await readPdfText(pdf, 1)).toBe(plainText({ lines: slanted }));
  });

  it('gives a page the size of its paper', async () => {
    const pages = [
      await samplePage([], sampleFrame(1654, 2339, 200)),
      await samplePage([], sampleFrame(40_000, 20, 72)),
      await samplePage([], sampleFrame(10, 20, 600)),
    ];
    const pdf = await writePaperPdf(samplePaper(pages));
    const sizes = await withPdf(pdf, async (document) => {
      const views = [1, 2, 3].map(async (page) => (await document.getPage(page)).view);
      return (await Promise.all(views)).map(([, , width, height]) => [width, height]);
    });
    expect(sizes).toEqual([
      [595.44, 842.04],
      [14400, 7.2],
      [3, 6],
    ]);
  });

  it('says whose paper it is, in Vietnamese and in both places alike', async () => {
    const paper = samplePaper([await samplePage()], {
      title: 'Giấy <chứng sinh>\n & phụ lục'.normalize('NFD'),
      convertedBy: 'Bưu điện Trần Văn Thời',
      result: {
        code: 'X-1',
        number: '12/GCS',
        issuedOn: '2026-01-01',
        issuer: null,
        abstract: 'Giấy\u0000 A',
      },
    });
    const pdf = await writePaperPdf(paper);
    const title = 'Giấy <chứng sinh> & phụ lục';
    await withPdf(pdf, async (document) => {
      const { info, metadata } = await document.getMetadata();
      expect(info).toMatchObject({
        PDFFormatVersion: '1.4',
        Title: title,
        Language: 'vi-VN',
        CreationDate: 'D:20260102030405Z',
        ModDate: 'D:20260102030405Z',
      });
      expect(metadata.get('dc:title')).toBe(title);
      expect(metadata.get('xmp:createdate')).toBe('2026-01-02T03:04:05Z');
      expect(metadata.get('bcci:dossiercode')).toBe('H99.99-260102-0001');
      expect(metadata.get('bcci:procedurecode')).toBe('1.001193');
      expect(metadata.get('bcci:conversion')).toBe('Chuyển đổi từ văn bản giấy');
      expect(metadata.get('bcci:convertedby')).toBe('Bưu điện Trần Văn Thời');
      expect(metadata.get('bcci:resultcode')).toBe('X-1');
      expect(metadata.get('bcci:documentnumber')).toBe('12/GCS');
      expect(metadata.get('bcci:issuer')).toBeNull();
      expect(metadata.get('bcci:abstract')).toBe('Giấy A');
      expect(metadata.get('pdfaid:part')).toBe('1');
      expect(await document.getViewerPreferences()).toEqual(new Map([['DisplayDocTitle', true]]));
    });
  });

  it('has bookmarks to its pages', async () => {
    const pages = [await samplePage(), await samplePage()];
    const bookmarks = [
      { title: 'Mặt trước', page: 1 },
      { title: 'Mặt sau', page: 2 },
    ];
    const pdf = await writePaperPdf(samplePaper(pages, { bookmarks }));
    await withPdf(pdf, async (document) => {
      const outline = await document.getOutline();
      expect(outline.map((item) => item.title)).toEqual(['Mặt trước', 'Mặt sau']);
      const targets = outline.map((item) => document.getPageIndex((item.dest as [never])[0]));
      expect(await Promise.all(targets)).toEqual([0, 1]);
    });
  });

  it('is the same bytes for the same paper, and another file for another word', async () => {
    const page = await samplePage(LINES);
    const first = await writePaperPdf(samplePaper([page]));
    const second = await writePaperPdf(samplePaper([page]));
    const third = await writePaperPdf(samplePaper([await samplePage(LINES.slice(1))]));
    expect(second).toEqual(first);
    const id = (pdf: Uint8Array) => /\/ID \[ <([0-9a-f]{32})> <\1> \]/.exec(text(pdf))?.[1];
    expect(id(first)).toBeDefined();
    expect(id(third)).not.toBe(id(first));
  });

  it('holds nothing that PDF/A-1 forbids', async () => {
    const pdf = await writePaperPdf(samplePaper([await samplePage(LINES)]));
    expect(text(pdf)).toMatch(/^%PDF-1\.4\n%[\x80-\xff]{4}/);
    expect(text(pdf)).toMatch(/%%EOF\n?$/);
    expect(text(pdf)).not.toMatch(
      /EmbeddedFile|JavaScript|\/JS|Launch|ObjStm|XRef|LZW|SMask|Interpolate|\/CA|\/AA/,
    );
  });

  it('still shows a page without words, and has no font for it', async () => {
    const pdf = await writePaperPdf(samplePaper([await samplePage()]));
    expect(await readPdfText(pdf, 1)).toBe('');
    expect(text(pdf)).toContain('/Subtype /Image');
    expect(text(pdf)).not.toContain('/Font');
  });

  it('costs a few kilobytes over its pictures', async () => {
    const many = Array.from({ length: 40 }, (_, i) =>
      sampleLine(10, 10 + 14 * i, `dòng thứ ${i} của tờ giấy`, 12),
    );
    const page = await samplePage(many);
    const pdf = await writePaperPdf(samplePaper([page]));
    expect(pdf.length - page.image.bytes.length).toBeLessThan(12_000);
  });

  it('refuses a paper without pages, an impossible page and a character that cannot be written', async () => {
    const failure = (code: string) => expect.objectContaining({ code });
    await expect(writePaperPdf(samplePaper([]))).rejects.toThrowError(failure('scan-no-pages'));
    const bell = await samplePage([sampleLine(0, 0, 'a\u0007')]);
    await expect(writePaperPdf(samplePaper([bell]))).rejects.toThrowError(failure('glyph-missing'));
    const page = await samplePage();
    const sizeless = { ...page, text: { ...page.text, frame: { ...page.text.frame, dpi: 0 } } };
    await expect(writePaperPdf(samplePaper([sizeless]))).rejects.toThrowError(failure('unexpected'));
    const nowhere = samplePaper([page], { bookmarks: [{ title: 'x', page: 2 }] });
    await expect(writePaperPdf(nowhere)).rejects.toThrowError(failure('unexpected'));
  });
});
