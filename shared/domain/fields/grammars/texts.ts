/** Free text: addresses, offices, purposes; taken as written, doubted where its words are none. */

import { isSyllable, syllableShare } from '../syllable-share.ts';
import { type Token, textOf, trimValue } from '../tokens.ts';
import type { Grammar } from './reading.ts';

/** A sentence that begins behind the value: a full stop that no abbreviation carries. */
const SENTENCE_END =
  /(?<!\b(?:TP|TX|TT|P|Q|H|X|T|Tp|Tx|Đ|Ng|Th|S|ThS|TS|BS|St|Dr))\.\s+(?=\p{Lu}\p{Ll}+\s+\p{Ll})/u;
/** Words that the engine itself takes for nothing. */
const BLOT = 25;
/** What was left out as a blot may have been a word. */
const CUT_SHORT = 0.85;

export const text: Grammar = (tokens) => {
  const kept = withoutBlots(tokens);
  const value = withoutStrayQuotes(trimValue(textOf(kept)).replace(/\s*\.\/$/, ''));
  if (!/[\p{L}\d]{2}/u.test(value)) return null;
  const hasLostWords = tokens.slice(kept.length).some(({ text: word }) => /\p{L}{2}/u.test(word));
  return { value, tokens: kept, fit: fitOf(kept) * (hasLostWords ? CUT_SHORT : 1) };
};

/** An address or an office ends with its sentence. */
export const place: Grammar = (tokens) => {
  const read = text(tokens);
  if (read === null) return null;
  const end = read.value.search(SENTENCE_END);
  const value = end < 0 ? read.value : trimValue(read.value.slice(0, end));
  return value.length < 2 ? null : { ...read, value };
};

/** A quotation mark without a second one is a speck. */
function withoutStrayQuotes(value: string): string {
  const quotes = value.match(/["“”]/g)?.length ?? 0;
  return quotes % 2 === 0 ? value : value.replace(/(^|\s)["“”](?=\p{L})/gu, '$1');
}

function fitOf(tokens: readonly Token[]): number {
  const share = syllableShare(tokens.map(({ text: word }) => word));
  return share === 1 ? 1 : share >= 0.8 ? 0.7 : 0.3;
}

/** Blots at the end of a value that is otherwise well read. */
function withoutBlots(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 1) {
    const { confidence, text: word } = tokens[end - 1]!;
    const isWord = isSyllable(word.replace(/[.,;]$/, '')) || /\d{2}/.test(word);
    const rest = tokens.slice(0, end - 1).reduce((sum, token) => sum + token.confidence, 0) / (end - 1);
    if (/[\p{L}\d]/u.test(word) && (confidence >= BLOT || isWord || rest < 70)) break;
    end--;
  }
  return tokens.slice(0, end);
}

const NUMBER_WORDS =
  'ngày tháng năm một hai ba bốn tư sáu bảy tám chín mười mươi mốt lăm nhăm nghìn ngàn không trăm lẻ linh mồng mùng'.split(
    ' ',
  );

/** A date in words: every word is one of a few. */
export const dateInWords: Grammar = (tokens) => {
  const read = text(tokens);
  if (read === null) return null;
  const words = read.value.split(' ').map((word) => ({ word, known: nearestNumberWord(word) }));
  const known = words.filter(({ known: each }) => each !== null).length;
  if (known < 4) return null;
  const value = words.map(({ word, known: each }) => each ?? word).join(' ');
  return { value: trimValue(value), tokens: read.tokens, fit: known === words.length ? 1 : 0.4 };
};

function nearestNumberWord(word: string): string | null {
  const [, core = '', tail = ''] = /^(.*?)([,.;:]*)$/u.exec(word) ?? [];
  const lower = core.toLowerCase();
  if (NUMBER_WORDS.includes(lower)) return word;
  const plain = bare(lower);
  const twins = NUMBER_WORDS.filter((each) => bare(each) === plain);
  if (twins.length !== 1) return null;
  const [first] = core;
  const cased = first === first?.toUpperCase() ? twins[0]![0]!.toUpperCase() + twins[0]!.slice(1) : twins[0]!;
  return cased + tail;
}

function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
}
