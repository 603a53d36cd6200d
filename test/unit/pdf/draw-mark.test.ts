import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MARK_CORNERS, type MarkCorner } from '../../../shared/domain/conversion-mark.ts';
import type { Box } from '../../../shared/domain/geometry.ts';
import { type PaperPdfPage, writePaperPdf } from '../../../shared/pdf/write-paper.ts';
import { readMarkFont } from '../../support/mark-font.ts';
import { checkPdfA, hasPreflight } from '../../support/preflight/check-pdfa.ts';
import { readPdfText } from '../../support/read-pdf-text.ts';
import { readTextWithPdfium, renderPdfPage } from '../../support/render-pdf-page.ts';
import { sampleFrame, sampleLine, samplePage, samplePaper } from '../../support/sample-paper.ts';

const font = await readMarkFont();
const FRAME = sampleFrame(1654, 2339, 200);
const LINES = [sampleLine(240, 400, 'TỜ KHAI ĐĂNG KÝ KHAI SINH')];
const OFFICE = 'Bưu điện thành phố Cà Mau';
const page = await samplePage(LINES, FRAME);

function write(
  corner: MarkCorner | null,
  pages: readonly PaperPdfPage[] = [page],
  convertedBy: string | null = OFFICE,
): Promise<Uint8Array> {
  return writePaperPdf(samplePaper(pages, { convertedBy, mark: corner && { corner, font } }));
}

/** Corners of the page (a third of its width, a tenth of its height) that differ from the unmarked page; `middle` is all else. */
async function changedCorners(marked: Uint8Array, pages?: readonly PaperPdfPage[], number = 1) {
  const [plain, shown] = [
    await renderPdfPage(await write(null, pages), number, 100),
    await renderPdfPage(marked, number, 100),
  ];
  const { widthPx, heightPx } = shown;
  const changed = new Map<string, { dark: number; white: number }>();
  for (let pixel = 0; pixel < widthPx * heightPx; pixel++) {
    const red = shown.data[3 * pixel]!;
    if (red === plain.data[3 * pixel]) continue;
    const [x, y] = [pixel % widthPx, Math.floor(pixel / widthPx)];
    const side = x < widthPx / 2.2 ? 'left' : x > widthPx - widthPx / 2.2 ? 'right' : 'middle';
    const level = y < heightPx / 10 ? 'top' : y > heightPx - heightPx / 10 ? 'bottom' : 'middle';
    const where = side === 'middle' || level === 'middle' ? 'middle' : `${level}-${side}`;
    const count = changed.get(where) ?? { dark: 0, white: 0 };
    if (red < 100) count.dark++;
    if (red > 250) count.white++;
    changed.set(where, count);
  }
  return changed;
}

function withCodes(...boxes: Box[]): PaperPdfPage {
  const codes = boxes.map((box) => ({ symbology: 'QRCode' as const, value: 'x', box }));
  return { ...page, text: { ...page.text, codes } };
}

const folder = mkdtempSync(join(tmpdir(), 'draw-mark-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the mark of conversion', () => {
  it.each(MARK_CORNERS)('is black type on white, %s and nowhere else', async (corner) => {
    const changed = await changedCorners(await write(corner));
    expect([...changed.keys()]).toEqual([corner]);
    const { dark, white } = changed.get(corner)!;
    expect(dark).toBeGreaterThan(300);
    expect(white).toBeGreaterThan(dark);
  });

  it('gives way to a code', async () => {
    const pages = [withCodes({ x: 60, y: 50, width: 180, height: 180 })];
    expect([...(await changedCorners(await write('top-left', pages), pages)).keys()]).toEqual(['top-right']);
    const full = [withCodes({ x: 0, y: 0, width: 1654, height: 2339 })];
    expect([...(await changedCorners(await write('top-left', full), full)).keys()]).toEqual([]);
  });

  it('stands on the first page only', async () => {
    const pages = [page, page];
    expect((await changedCorners(await write('top-left', pages), pages, 2)).size).toBe(0);
  });

  it('is no word: the text of the page stays what was read', async () => {
    const [plain, marked] = [await write(null), await write('top-left')];
    expect(await readPdfText(marked, 1)).toBe('TỜ KHAI ĐĂNG KÝ KHAI SINH');
    expect(await readTextWithPdfium(marked, 1)).toBe(await readTextWithPdfium(plain, 1));
  });

  it('is not on what was digital from the start', async () => {
    expect(await write('top-left', [page], null)).toEqual(await write(null, [page], null));
  });

  it('gives the same bytes again, others for another second and another office', async () => {
    const marked = await write('top-left');
    expect(await write('top-left')).toEqual(marked);
    expect(await write('top-left', [page], 'Bưu điện Năm Căn')).not.toEqual(marked);
    const at = (iso: string) =>
      writePaperPdf(
        samplePaper([page], {
          convertedBy: OFFICE,
          mark: { corner: 'top-left', font },
          createdAt: new Date(iso),
        }),
      ).then((pdf) => renderPdfPage(pdf, 1, 200));
    expect((await at('2026-01-02T03:04:05Z')).data).not.toEqual((await at('2026-01-02T03:04:06Z')).data);
  });

  it('stays in its corner and lets a file be made whatever the office is called', async () => {
    for (const name of ['Bưu điện '.repeat(60), 'W'.repeat(400), 'Bưu điện 𡨸 😀 مكتب']) {
      expect([...(await changedCorners(await write('top-left', [page], name))).keys()]).toEqual(['top-left']);
    }
  });

  it('shrinks with the page, and leaves a scrap alone', async () => {
    const card = [await samplePage([], sampleFrame(674, 425, 200))];
    expect((await changedCorners(await write('bottom-right', card), card)).size).toBeGreaterThan(0);
    const scrap = [await samplePage([], sampleFrame(60, 50, 200))];
    expect((await changedCorners(await write('top-left', scrap), scrap)).size).toBe(0);
  });

  it.skipIf(!hasPreflight())('keeps the file PDF/A-1b (needs PDFBox)', { timeout: 60_000 }, async () => {
    const path = join(folder, 'marked.pdf');
    writeFileSync(path, await write('top-left'));
    expect(checkPdfA([path])).toEqual([[]]);
  });
});
