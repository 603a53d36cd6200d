/** Knows an official letter (công văn) by its frame: number and symbol, subject, recipients; it has no heading. */
import { compilePhrases, matchAtStart, occurs, type Phrase } from './approximate-match.ts';
import { type PageLine, squeezedText } from './page-lines.ts';

const motto = compilePhrases('cộng hòa xã hội chủ nghĩa việt nam');
const mottoSecond = compilePhrases('độc lập - tự do - hạnh phúc');
const addressees = compilePhrases('kính gửi');
const recipients = compilePhrases('nơi nhận');
const archived = compilePhrases('lưu: VT');
/** `Số: 3998/VPCP-KSTT`, `Số 12/2024/QĐ-UBND` (Decree 30/2020/NĐ-CP, annex III). */
const SYMBOL =
  /^\W*s[ốôoóò]\s*[:.]?\s*[\d.…_ ]*\/(?:\d{4}\/)?[A-ZÀ-ỹ][A-ZÀ-ỹ\d]{1,9}(?:[-–.][A-ZÀ-ỹ\d]{2,12})*/iu;
const SUBJECT = /^\W*(?:v\s*\/\s*v|về việc)\b/iu;
const HEAD = 0.45;

export interface OfficialFrame {
  /** The state's name and motto head the page: a paper begins here. */
  readonly hasLetterhead: boolean;
  /** Of number, subject, addressees, recipients: how many the page shows. */
  readonly letterSigns: number;
}

export function readOfficialFrame(lines: readonly PageLine[]): OfficialFrame {
  const head = lines.filter((line) => line.top < HEAD);
  const headText = head.map((line) => line.squeezed).join('');
  const signs = [
    head.some((line) => SYMBOL.test(line.text)),
    head.some((line) => SUBJECT.test(line.text)),
    head.some((line) => startsWith(line, addressees)),
    lines.some((line) => startsWith(line, recipients)) || occurs(archived, squeezedText(lines)),
  ];
  return {
    hasLetterhead: occurs(motto, headText) || occurs(mottoSecond, headText),
    letterSigns: signs.filter(Boolean).length,
  };
}

/** `Người nhận` within a line is near to `nơi nhận`; at the start of one it is not. */
function startsWith(line: PageLine, [phrase]: readonly Phrase[]): boolean {
  return phrase !== undefined && matchAtStart(phrase, line.squeezed) !== null;
}
