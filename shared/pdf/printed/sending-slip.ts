/** The slip of hand-over (phiếu gửi hồ sơ): the list with its counts, and room for both signatures (QĐ 45/2016/QĐ-TTg, Điều 11). */
import type { CodeModules } from '../../imaging/barcode-writer.ts';
import type { PrintedDossier } from './cover-sheet.ts';
import { PAGE_WIDTH_MM, type PrintedDocument, type PrintedPage } from './printed-page.ts';

export interface SlipRow {
  readonly name: string;
  readonly originals: number | null;
  readonly copies: number | null;
  /** Pages that were scanned of it; null where none has come. */
  readonly pages: number | null;
}

export interface SlipText extends Omit<PrintedDossier, 'papers'> {
  /** Shown where the case system has given no code yet. */
  readonly provisionalCode: string | null;
  readonly rows: readonly SlipRow[];
  readonly receiptNumber: string;
  readonly clerkName: string;
  /** `HH:mm dd/MM/yyyy`. */
  readonly handedOverAt: string;
  readonly hotline: string;
}

const LEFT_MM = 18;
const RIGHT_MM = PAGE_WIDTH_MM - LEFT_MM;
const WIDTH_MM = RIGHT_MM - LEFT_MM;
const QR_MM = 32;
const COLUMNS = [
  { title: 'TT', xMm: LEFT_MM, widthMm: 10 },
  { title: 'Tên giấy tờ', xMm: LEFT_MM + 11, widthMm: 95 },
  { title: 'Bản chính', xMm: LEFT_MM + 108, widthMm: 20 },
  { title: 'Bản sao', xMm: LEFT_MM + 129, widthMm: 20 },
  { title: 'Số trang', xMm: LEFT_MM + 150, widthMm: 22 },
] as const;
const TABLE_END_MM = 236;

export function drawSendingSlip(document: PrintedDocument, slip: SlipText, qr: CodeModules | null): void {
  let page = document.addPage();
  let yMm = drawHead(page, slip, qr);
  yMm = drawTableHead(page, yMm);
  for (const [index, row] of slip.rows.entries()) {
    if (yMm > TABLE_END_MM - 8) {
      page = document.addPage();
      yMm = drawTableHead(page, 20);
    }
    yMm = drawRow(page, yMm, index + 1, row);
  }
  if (yMm > TABLE_END_MM - 20) {
    page = document.addPage();
    yMm = 20;
  }
  const pages = slip.rows.reduce((sum, row) => sum + (row.pages ?? 0), 0);
  const total = `Cộng: ${slip.rows.length} loại giấy tờ, ${pages} trang đã quét.`;
  yMm += 2 + page.text(total, LEFT_MM, yMm + 2, WIDTH_MM, { sizePt: 11, bold: true });
  drawSignatures(page, yMm + 8, slip);
}

function drawHead(page: PrintedPage, slip: SlipText, qr: CodeModules | null): number {
  page.text(slip.officeName, LEFT_MM, 16, 120, { sizePt: 11, bold: true });
  page.text('Dịch vụ bưu chính công ích', LEFT_MM, 27, 120, { sizePt: 9.5 });
  if (qr) page.code(qr, RIGHT_MM - QR_MM, 16, QR_MM, QR_MM);
  page.text('PHIẾU GỬI HỒ SƠ', LEFT_MM, 40, 132, { sizePt: 20, bold: true, align: 'centre' });
  const code = slip.dossierCode || `${slip.provisionalCode} (mã tạm, chờ cấp mã hồ sơ)`;
  const lines = [
    ['Mã hồ sơ', code],
    ['Thủ tục', [slip.procedureCode, slip.procedureName].filter(Boolean).join(' - ')],
    ['Người gửi', slip.applicantName],
    ['Số bưu gửi', slip.postalItemId],
    ['Số biên nhận bưu chính', slip.receiptNumber || '....................................'],
    ['Bưu cục', slip.officeCode],
    ['Thời gian nhận', slip.handedOverAt],
  ] as const;
  let yMm = 54;
  for (const [label, value] of lines) {
    page.text(label, LEFT_MM, yMm, 46, { sizePt: 10.5 });
    const usedMm = page.text(value, LEFT_MM + 46, yMm, WIDTH_MM - 46, { sizePt: 10.5, bold: true });
    yMm += Math.max(usedMm, 5) + 1;
  }
  return yMm + 3;
}

function drawTableHead(page: PrintedPage, yMm: number): number {
  page.line(LEFT_MM, yMm, RIGHT_MM, yMm, 0.4);
  for (const [index, { title, xMm, widthMm }] of COLUMNS.entries()) {
    page.text(title, xMm, yMm + 1, widthMm, { sizePt: 10, bold: true, align: index > 1 ? 'centre' : 'left' });
  }
  page.line(LEFT_MM, yMm + 7, RIGHT_MM, yMm + 7, 0.4);
  return yMm + 8;
}

function drawRow(page: PrintedPage, yMm: number, number: number, row: SlipRow): number {
  const cells = [String(number), row.name, count(row.originals), count(row.copies), count(row.pages)];
  const heights = COLUMNS.map(({ xMm, widthMm }, index) =>
    page.text(cells[index]!, xMm, yMm, widthMm, { sizePt: 10, align: index > 1 ? 'centre' : 'left' }),
  );
  const endMm = yMm + Math.max(...heights) + 1.2;
  page.line(LEFT_MM, endMm, RIGHT_MM, endMm, 0.1);
  return endMm + 0.8;
}

function drawSignatures(page: PrintedPage, yMm: number, slip: SlipText): void {
  const halfMm = WIDTH_MM / 2;
  const centred = { sizePt: 10.5, align: 'centre' } as const;
  for (const [index, { title, name }] of [
    { title: 'NGƯỜI GỬI HỒ SƠ', name: slip.applicantName },
    { title: 'NHÂN VIÊN BƯU ĐIỆN', name: slip.clerkName },
  ].entries()) {
    const xMm = LEFT_MM + index * halfMm;
    page.text(title, xMm, yMm, halfMm, { ...centred, bold: true });
    page.text('(ký, ghi rõ họ tên)', xMm, yMm + 6, halfMm, centred);
    page.text(name, xMm, yMm + 30, halfMm, centred);
  }
  const note =
    'Hai bên đã đếm và đối chiếu giấy tờ theo danh sách trên; hồ sơ được niêm phong trước mặt người gửi.';
  const help = slip.hotline ? ` Tổng đài hỗ trợ: ${slip.hotline}.` : '';
  page.text(note + help, LEFT_MM, 276, WIDTH_MM, { sizePt: 9 });
}

function count(value: number | null): string {
  return value === null ? '' : String(value);
}
