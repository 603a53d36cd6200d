/** The cover sheet (tờ bìa) of a dossier: its codes for the scanner, its list for people. */
import type { CodeModules } from '../../imaging/barcode-writer.ts';
import { PAGE_WIDTH_MM, type PrintedDocument } from './printed-page.ts';

export interface PrintedDossier {
  readonly dossierCode: string;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly applicantName: string;
  readonly officeCode: string;
  readonly officeName: string;
  readonly postalItemId: string;
  /** `dd/MM/yyyy`. */
  readonly receivedOn: string;
  readonly papers: readonly string[];
}

const LEFT_MM = 22;
const WIDTH_MM = PAGE_WIDTH_MM - 2 * LEFT_MM;
const LABEL_MM = 46;
const QR_MM = 42;
const BARCODE = { widthMm: 118, heightMm: 18 } as const;
const LIST_END_MM = 232;

export function drawCoverSheet(
  document: PrintedDocument,
  dossier: PrintedDossier,
  codes: { readonly qr: CodeModules; readonly barcode: CodeModules },
): void {
  const page = document.addPage();
  page.text(dossier.officeName, LEFT_MM, 20, 110, { sizePt: 12, bold: true });
  page.text('Dịch vụ bưu chính công ích', LEFT_MM, 32, 110, { sizePt: 10 });
  page.code(codes.qr, PAGE_WIDTH_MM - LEFT_MM - QR_MM, 20, QR_MM, QR_MM);
  let yMm = 68 + page.text('TỜ BÌA HỒ SƠ', LEFT_MM, 68, WIDTH_MM, { sizePt: 26, bold: true }) + 5;
  const rows = [
    ['Mã hồ sơ', dossier.dossierCode],
    ['Thủ tục', [dossier.procedureCode, dossier.procedureName].filter(Boolean).join(' - ')],
    ['Người nộp', dossier.applicantName],
    ['Bưu cục tiếp nhận', dossier.officeCode],
    ['Số bưu gửi', dossier.postalItemId],
    ['Ngày tiếp nhận', dossier.receivedOn],
  ] as const;
  for (const [label, value] of rows) {
    page.text(label, LEFT_MM, yMm, LABEL_MM, { sizePt: 12 });
    const usedMm = page.text(value, LEFT_MM + LABEL_MM, yMm, WIDTH_MM - LABEL_MM, { sizePt: 12, bold: true });
    yMm += Math.max(usedMm, 6) + 1.5;
  }
  yMm += 5 + page.text('Giấy tờ kèm theo', LEFT_MM, yMm + 4, WIDTH_MM, { sizePt: 12, bold: true });
  for (const [index, name] of dossier.papers.entries()) {
    if (yMm > LIST_END_MM) break;
    const number = String(index + 1).padStart(2, '0');
    yMm += page.text(`${number}. ${name}`, LEFT_MM, yMm, WIDTH_MM, { sizePt: 11 }) + 0.8;
  }
  const barcodeXMm = (PAGE_WIDTH_MM - BARCODE.widthMm) / 2;
  page.code(codes.barcode, barcodeXMm, 246, BARCODE.widthMm, BARCODE.heightMm);
  page.text(dossier.dossierCode, barcodeXMm, 265, BARCODE.widthMm, { sizePt: 12, align: 'centre' });
  const advice = 'Quét tờ này đầu tiên. Không gấp, không ghim, không viết lên mã vạch.';
  page.text(advice, LEFT_MM, 280, WIDTH_MM, { sizePt: 9.5 });
}
