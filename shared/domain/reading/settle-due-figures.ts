/** Reads figures where a number has to stand and strokes were read: `tháng 1]` is 11, `khoản l` 1, `Chương J` I. */
import type { Line, Word } from '../page-text.ts';
import { boxAround } from './line-segments.ts';
import { partWord, respell } from './respell.ts';

const STROKE = /[IlJÏÍ|!\][]/gu;
const FIGURES = /^([\dIlJÏÍ|!\][]+)([.:;,]?)$/u;
const JOINED = /^(ngày|tháng|năm)(\d{1,2}|(?:19|20)\d{2}[.,;]?)$/iu;
const YEAR = /^((?:19|20)[\dIl|!\][Ï]{2})([.,:;)]*)$/u;

/** Words keep what was read; two strokes that were parted become one number, what was joined becomes two. */
export function settleDueFigures(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    const parted = line.words.flatMap(partJoined);
    const words: Word[] = [];
    for (let at = 0; at < parted.length; ) {
      const { word, taken } = settleAt(parted, at);
      words.push(word);
      at += taken;
    }
    return words.some((word, i) => word !== line.words[i]) ? { ...line, words } : line;
  });
}

function partJoined(word: Word): Word[] {
  const [, label] = JOINED.exec(word.text) ?? [];
  return label === undefined ? [word] : partWord(word, label.length, 'code');
}

function settleAt(words: readonly Word[], at: number): { readonly word: Word; readonly taken: number } {
  const left = { word: words[at]!, taken: 1 };
  const label = words[at - 1]?.text.toLowerCase() ?? '';
  switch (label) {
    case 'ngày':
      return settleUpTo(words, at, 'tháng', 31) ?? left;
    case 'tháng':
      return settleUpTo(words, at, 'năm', 12) ?? left;
    case 'năm':
      return words[at - 3]?.text === 'tháng' ? { ...left, word: settle(left.word, YEAR, '1') } : left;
    case 'điều':
    case 'khoản':
      // `tài khoản` is no part of a law, and treaties number theirs in Roman figures.
      if (/^II|^[IVX]*[VX]/.test(left.word.text) || words[at - 2]?.text.toLowerCase() === 'tài') return left;
      return { ...left, word: settle(left.word, FIGURES, '1') };
    case 'chương':
      return /\d/.test(left.word.text) ? left : { ...left, word: settle(left.word, FIGURES, 'I') };
    default:
      return left;
  }
}

/** What stands before `next`, in one word or two; a lone stroke may be one figure or two and is left as it is. */
function settleUpTo(words: readonly Word[], at: number, next: string, most: number) {
  const taken = [1, 2].find((count) => words[at + count]?.text === next);
  if (!taken) return null;
  const parts = words.slice(at, at + taken);
  const text = parts.map((part) => part.text).join('');
  const number = text.replace(STROKE, '1');
  if (text.length < 2 || !/^\d{2}$/.test(number) || Number(number) < 1 || Number(number) > most) return null;
  if (number === text && taken === 1) return null;
  const box = boxAround(parts.map((part) => part.box));
  const confidence = Math.min(...parts.map((part) => part.confidence));
  const original = parts.map((part) => part.original ?? part.text).join(' ');
  const word: Word = { text: number, box, confidence, original, repair: 'code' };
  return { word, taken };
}

function settle(word: Word, pattern: RegExp, one: '1' | 'I'): Word {
  const [, strokes = '', ending = ''] = pattern.exec(word.text) ?? [];
  return strokes === '' ? word : respell(word, strokes.replace(STROKE, one) + ending);
}
