/** The envelope in which a dossier travels: sender, recipient, and the item's number as Code 128. */
import { drawCode128 } from '../codes.ts';
import { drawSheet } from '../sheet.ts';

export interface Envelope {
  readonly sender: readonly string[];
  readonly recipient: readonly string[];
  readonly postalItemId: string;
}

export async function drawEnvelope({ sender, recipient, postalItemId }: Envelope): Promise<string> {
  const block = (title: string, lines: readonly string[], style: string): string =>
    `<div style="position:absolute;${style}"><div class="bold">${title}</div>${lines.map((line) => `<div>${line}</div>`).join('')}</div>`;
  const printed = postalItemId.replace(/^(..)(\d{3})(\d{3})(\d{3})(..)$/, '$1 $2 $3 $4 $5');
  return drawSheet(
    `<div style="position:absolute;inset:12mm 12mm auto;height:120mm;border:.4mm solid #444">
    <div class="bold" style="position:absolute;left:8mm;top:6mm;font-size:15pt">BƯU ĐIỆN VIỆT NAM</div>
    <div style="position:absolute;left:8mm;top:14mm">Hồ sơ hành chính công - Bưu chính công ích</div>
    <div style="position:absolute;right:8mm;top:6mm;width:72mm"><div style="height:15mm">${await drawCode128(postalItemId)}</div>
    <div class="centre" style="font:11pt 'Cousine';margin-top:1mm">${printed}</div></div>
    ${block('NGƯỜI GỬI', sender, 'left:8mm;top:40mm;width:80mm')}${block('NGƯỜI NHẬN', recipient, 'right:8mm;top:72mm;width:88mm;font-size:13pt')}</div>`,
    { font: 'Arimo', sizePt: 11 },
  );
}
