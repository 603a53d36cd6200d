/** Printed, rasterised as a scanner would, and read back by our own reader. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Batch } from '../../../shared/domain/batch.ts';
import { formatSheetCode, parseSheetCode } from '../../../shared/domain/codes/separator-code.ts';
import { type Manifest, manifestSchema } from '../../../shared/domain/manifest.ts';
import { readSheet } from '../../../shared/domain/sheets.ts';
import { prepareBarcodeReader } from '../../../shared/imaging/barcode-reader.ts';
import { readCodes } from '../../../shared/imaging/barcodes.ts';
import { type PrintFonts, printSheets, printSlip } from '../../../shared/pipeline/print-sheets.ts';
import { loadPrintFonts } from '../../../shared/runtime/print-fonts.ts';
import { readTextWithPdfium, renderPdfPage } from '../../support/render-pdf-page.ts';
import { sampleBatch } from '../../support/sample-records.ts';

const NOW = new Date('2026-11-02T02:30:00.000Z');
const MANIFEST = {
  dossierCode: 'H12.09-261102-0001',
  procedureCode: '1.001193',
  procedureName: 'Đăng ký khai sinh – trường hợp trẻ ở Rạch Gốc, Ngọc Hiển',
  expectedDocuments: [
    { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai đăng ký khai sinh', originals: 1 },
    { type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh', originals: 1, copies: 2 },
  ],
  declaredApplicant: { name: 'Nguyễn Thị Hoà Phượng' },
  receivingPostOffice: { code: '970010', name: 'Bưu cục Rạch Gốc' },
  postalItemId: 'ea 999 042 618 vn',
  postalReceiptNumber: 'HD-0042',
  receivedOn: '2026-11-02',
};

let fonts: PrintFonts;

beforeAll(async () => {
  fonts = await loadPrintFonts();
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareBarcodeReader(await readFile(wasm));
});

function batchWith(changes: Partial<Manifest> = {}): Batch {
  return sampleBatch('b-0123456789', {
    manifest: { ...manifestSchema.parse(MANIFEST), ...changes },
    officeCode: '970010',
    createdBy: { id: 'hoa', name: 'Lê Thị Hoa' },
  });
}

/** As an office scanner at 150 dots an inch delivers it, the sheet put in upside down and a little slanted. */
async function scanBack(pdf: Uint8Array, page: number) {
  const { data, widthPx, heightPx } = await renderPdfPage(pdf, page, 150);
  const scan = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .rotate(181.5, { background: '#f4f4f0' })
    .greyscale()
    .blur(0.8)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = { data: scan.data, widthPx: scan.info.width, heightPx: scan.info.height };
  return readCodes(picture);
}

const SLIP = { papers: [], provisionalCode: 'TAM-01234567', hotline: '(0290) 2220066' };

describe('the sheets that a desk prints', () => {
  it('are read back by our own reader: a cover, and a separator for each paper in order', async () => {
    const pdf = await printSheets(batchWith(), fonts, NOW);
    const cover = await scanBack(pdf, 1);
    expect(cover.map((code) => code.symbology).sort()).toEqual(['Code128', 'QRCode']);
    expect(readSheet([], cover)).toMatchObject({
      type: 'COVER',
      dossierCode: { code: MANIFEST.dossierCode, source: 'code' },
      code: { procedureCode: '1.001193', postalItemId: 'EA999042618VN' },
    });
    for (const [index, { type }] of MANIFEST.expectedDocuments.entries()) {
      expect(readSheet([], await scanBack(pdf, index + 2))).toMatchObject({
        type: 'SEPARATOR',
        code: { dossierCode: MANIFEST.dossierCode, ordinal: index + 1, paperType: type },
      });
    }
  });

  it('say every Vietnamese letter', async () => {
    const letters = 'Ặ ẵ Ễ ộ Ở ữ Ỵ ỷ Đ đ';
    const pdf = await printSheets(batchWith({ procedureName: letters }), fonts, NOW);
    expect((await readTextWithPdfium(pdf, 1)).normalize('NFC')).toContain(letters);
  });

  it('are refused without a well-formed dossier code, and leave out what the reader would refuse', async () => {
    const { dossierCode: _none, ...nameless } = batchWith().manifest!;
    await expect(
      printSheets({ ...batchWith(), manifest: nameless as Manifest }, fonts, NOW),
    ).rejects.toMatchObject({ code: 'dossier-code-missing' });
    const pdf = await printSheets(batchWith({ procedureCode: '1;HS=x', postalItemId: ';K=' }), fonts, NOW);
    expect(readSheet([], await scanBack(pdf, 1))).toMatchObject({
      code: { procedureCode: null, postalItemId: null },
    });
  });

  it('name a character that cannot be printed instead of printing a box', async () => {
    const batch = batchWith({ procedureName: 'Đăng ký 結婚' });
    await expect(printSheets(batch, fonts, NOW)).rejects.toMatchObject({ code: 'glyph-missing' });
  });
});

describe('the slip of hand-over', () => {
  it('lists papers with counts, the receipt number and both signatures', async () => {
    const papers = [{ type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh', pageIds: ['p-1', 'p-2'] as never[] }];
    const pdf = await printSlip(batchWith(), { ...SLIP, papers }, fonts, NOW);
    const text = (await readTextWithPdfium(pdf, 1)).normalize('NFC');
    for (const part of [
      'PHIẾU GỬI HỒ SƠ',
      'Giấy chứng sinh',
      'HD-0042',
      'Cộng: 2 loại giấy tờ, 2 trang đã quét.',
      'NGƯỜI GỬI HỒ SƠ',
      'Lê Thị Hoa',
      '02/11/2026 09:30',
      '(0290) 2220066',
    ]) {
      expect(text).toContain(part);
    }
    expect((await scanBack(pdf, 1)).map((code) => parseSheetCode(code.value)?.dossierCode)).toEqual([
      MANIFEST.dossierCode,
    ]);
  });

  it('shows the provisional code until there is one, and runs over as many pages as the list needs', async () => {
    const { dossierCode: _none, ...nameless } = batchWith().manifest!;
    const expectedDocuments = Array.from({ length: 60 }, (_, index) => ({
      type: 'KHAC',
      name: `Giấy tờ số ${index + 1} có tên rất dài để phải xuống dòng trong cột của bảng kê này`,
      required: true,
    }));
    const manifest = { ...nameless, expectedDocuments } as Manifest;
    const pdf = await printSlip({ ...batchWith(), manifest }, SLIP, fonts, NOW);
    expect(await readTextWithPdfium(pdf, 1)).toContain('TAM-01234567');
    const pages = (await PDFDocument.load(pdf)).getPageCount();
    expect(pages).toBeGreaterThan(2);
    const last = await readTextWithPdfium(pdf, pages);
    expect(last.normalize('NFC')).toContain('Giấy tờ số 60');
    expect(last.normalize('NFC')).toContain('NGƯỜI GỬI HỒ SƠ');
  });
});

describe('the payload of a sheet', () => {
  it('is read back field by field', () => {
    const separator = {
      sheet: 'SEPARATOR' as const,
      dossierCode: 'H12.09-261102-0001',
      procedureCode: null,
      ordinal: 7,
      paperType: 'CCCD',
      postalItemId: null,
    };
    expect(parseSheetCode(formatSheetCode(separator))).toEqual(separator);
  });
});
