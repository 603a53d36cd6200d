/** What official papers are put together from: the two-column letterhead, rows with dotted leaders, signature blocks. */
import { drawSignature } from './signature.ts';

const DOTS = '.'.repeat(220);

export const MOTTO = `<div><div class="bold" style="font-size:.94em;white-space:nowrap">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>
  <div class="bold">Độc lập - Tự do - Hạnh phúc</div><div class="rule" style="width:62%"></div></div>`;

/** Left: who issues the paper, line by line, the last of them in bold; right: the nation's name and motto. */
export function drawLetterhead(
  issuer: readonly string[],
  below: { left?: string; right?: string } = {},
): string {
  const lines = issuer.map((line, at) =>
    at === issuer.length - 1 ? `<div class="bold">${line}</div>` : `<div>${line}</div>`,
  );
  return `<div class="head" style="font-size:.92em"><div style="width:41%">${lines.join('')}<div class="rule"></div>
    ${below.left ? `<div style="margin-top:1.5mm">${below.left}</div>` : ''}</div>
    <div style="width:56%">${MOTTO}${below.right ? `<div class="italic" style="margin-top:1.5mm">${below.right}</div>` : ''}</div></div>`;
}

export interface Entry {
  readonly label: string;
  readonly value?: string;
  /** Share of the row; 1 unless told. */
  readonly share?: number;
}

/** One row of a form: labels, values, and the dotted leaders that the values were typed or written on. */
export function drawRow(...entries: readonly Entry[]): string {
  const cells = entries.map(
    ({ label, value = '', share = 1 }) =>
      `<span class="cell" style="flex-grow:${share}"><span>${label}</span><span class="fill"><span class="value">${value}</span>` +
      `<span class="dots" aria-hidden="true">${DOTS}</span></span></span>`,
  );
  return `<div class="row" data-row>${cells.join('')}</div>`;
}

export interface SignatureBlock {
  readonly role: string;
  readonly hint?: string;
  readonly name: string;
  /** Picks the strokes; none for an unsigned block. */
  readonly seed?: string;
  readonly ink?: string;
  /** Drawn over the block, e.g. a seal. */
  readonly over?: string;
}

export function drawSignatureBlock(block: SignatureBlock, widthMm = 70): string {
  const strokes = block.seed === undefined ? '' : drawSignature(block.seed, block.ink ?? '#1c37a0');
  return `<div class="sign" style="width:${widthMm}mm"><div class="bold">${block.role}</div>
    <div class="italic" style="font-size:.88em">${block.hint ?? '(Ký, ghi rõ họ tên)'}</div>
    <div style="height:21mm"></div><div class="bold">${block.name}</div>
    <div class="ink" style="left:${widthMm / 2 - 24}mm;bottom:3mm;width:48mm;height:25mm">${strokes}</div>${block.over ?? ''}</div>`;
}

export function tick(isTicked: boolean): string {
  return `<span class="box${isTicked ? ' ticked' : ''}" aria-hidden="true"></span>`;
}
