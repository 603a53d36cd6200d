/** The separator sheet (tờ phân cách) before one paper: says to the scanner which paper follows. */
import type { CodeModules } from '../../imaging/barcode-writer.ts';
import { PAGE_WIDTH_MM, type PrintedDocument } from './printed-page.ts';

export interface SeparatorText {
  readonly dossierCode: string;
  readonly procedureName: string;
  /** From 1. */
  readonly ordinal: number;
  readonly paperName: string;
}

const FRAME = { leftMm: 18, rightMm: 192, topMm: 18, bottomMm: 279 } as const;
const LEFT_MM = 28;
const WIDTH_MM = PAGE_WIDTH_MM - 2 * LEFT_MM;
const QR_MM = 56;

export function drawSeparatorSheet(document: PrintedDocument, text: SeparatorText, qr: CodeModules): void {
  const page = document.addPage();
  const { leftMm, rightMm, topMm, bottomMm } = FRAME;
  page.line(leftMm, topMm, rightMm, topMm, 0.7);
  page.line(rightMm, topMm, rightMm, bottomMm, 0.7);
  page.line(rightMm, bottomMm, leftMm, bottomMm, 0.7);
  page.line(leftMm, bottomMm, leftMm, topMm, 0.7);
  page.text('TỜ PHÂN CÁCH', LEFT_MM, 34, WIDTH_MM, { sizePt: 24, bold: true, align: 'centre' });
  page.text(text.dossierCode, LEFT_MM, 48, WIDTH_MM, { sizePt: 13, align: 'centre' });
  page.code(qr, (PAGE_WIDTH_MM - QR_MM) / 2, 68, QR_MM, QR_MM);
  const name = `${String(text.ordinal).padStart(2, '0')}. ${text.paperName}`;
  const usedMm = page.text(name, LEFT_MM, 142, WIDTH_MM, { sizePt: 20, bold: true, align: 'centre' });
  page.text(text.procedureName, LEFT_MM, 148 + usedMm, WIDTH_MM, { sizePt: 12, align: 'centre' });
  const advice = 'Đặt tờ này trước giấy tờ tương ứng. Không viết lên mã vạch.';
  page.text(advice, LEFT_MM, 268, WIDTH_MM, { sizePt: 10, align: 'centre' });
}
