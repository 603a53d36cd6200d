/** Giấy viết tay on squared school paper, as people write when no form fits. */
import { type Hand, writeByHand } from '../handwriting.ts';
import { drawSheet } from '../sheet.ts';
import { drawSignature } from '../signature.ts';

export interface HandwrittenLetter {
  readonly motto: readonly string[];
  readonly title: string;
  /** One written line each. */
  readonly lines: readonly string[];
  readonly closing: readonly string[];
  readonly seed: string;
}

/** The school notebook's "ô ly": small squares in pale violet, a stronger line every fourth. */
const SQUARED =
  'repeating-linear-gradient(#c9cbec 0 .2mm,#0000 .2mm 2.5mm),repeating-linear-gradient(90deg,#d6d8f0 0 .2mm,#0000 .2mm 2.5mm),' +
  'repeating-linear-gradient(#a9aee0 0 .25mm,#0000 .25mm 10mm),repeating-linear-gradient(90deg,#b9bde6 0 .25mm,#0000 .25mm 10mm),#fdfcf6';

export function drawHandwrittenLetter(letter: HandwrittenLetter, hand: Hand): string {
  const at = (lines: readonly string[], style: string): string =>
    lines
      .map((line, row) => `<div style="${style}">${writeByHand(line, hand, `${letter.seed}${row}`)}</div>`)
      .join('');
  const body = letter.lines.map(
    (line, row) =>
      `<div style="padding-left:${line.startsWith('¶') ? 12 : 0}mm">${writeByHand(line.replace('¶', ''), hand, `${letter.seed}-b${row}`)}</div>`,
  );
  return drawSheet(
    `${at(letter.motto, 'text-align:center')}<div style="text-align:center;margin:5mm 0;font-size:1.3em">${writeByHand(letter.title, { ...hand, sizePt: hand.sizePt * 1.25 }, letter.seed)}</div>
    ${body.join('')}<div style="margin:5mm 0 0 62mm;text-align:center;position:relative">${at(letter.closing.slice(0, 2), '')}
      <div style="height:22mm;width:52mm;margin:0 auto">${drawSignature(letter.seed, hand.ink)}</div>${at(letter.closing.slice(2), '')}</div>`,
    {
      sizePt: hand.sizePt,
      lineHeight: 10 / ((hand.sizePt * 25.4) / 72),
      background: SQUARED,
      marginMm: [20, 12, 10, 24],
    },
  );
}
