/** Công văn after Decree 30/2020/NĐ-CP: letterhead in two columns, number and subject, recipients beside the signature. */
import { drawLetterhead, drawSignatureBlock } from '../form-parts.ts';
import { drawSheet, type SheetStyle } from '../sheet.ts';

export interface OfficialLetter {
  readonly issuer: readonly string[];
  readonly number: string;
  readonly subject: string;
  readonly placeAndDate: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly recipients: readonly string[];
  readonly signer: {
    readonly role: string;
    readonly name: string;
    readonly seed: string;
    readonly seal?: string;
  };
}

export function drawOfficialLetter(letter: OfficialLetter, style: SheetStyle = {}): string {
  const { signer } = letter;
  const recipients = letter.recipients.map((line) => `<div>- ${line}</div>`).join('');
  return drawSheet(
    `${drawLetterhead(letter.issuer, {
      left: `Số: ${letter.number}<div style="font-size:.92em">${letter.subject}</div>`,
      right: letter.placeAndDate,
    })}
    <div class="centre" style="margin:7mm 0 4mm">Kính gửi: ${letter.addressee}</div>
    ${letter.paragraphs.map((text) => `<p class="justify indent" style="margin-bottom:2mm">${text}</p>`).join('')}
    <div style="display:flex;justify-content:space-between;margin-top:5mm"><div style="font-size:.85em;line-height:1.3"><div class="bold italic">Nơi nhận:</div>${recipients}</div>
    ${drawSignatureBlock(
      {
        role: signer.role,
        hint: '',
        name: signer.name,
        seed: signer.seed,
        ...(signer.seal
          ? { over: `<div class="ink" style="left:3mm;bottom:-4mm">${signer.seal}</div>` }
          : {}),
      },
      74,
    )}</div>`,
    { sizePt: 13, lineHeight: 1.38, ...style },
  );
}
