/** Takes a Vietnamese letter apart into base letter, vowel mark and tone, and puts it together again. */

/** Level, huyền, sắc, hỏi, ngã, nặng. */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323'] as const;
const TONE_MARK = /[\u0300\u0301\u0309\u0303\u0323]/;
const MARK = /\p{M}+/gu;

export interface Letter {
  /** Without tone, in the case it was given: `Ế` gives `Ê`. */
  readonly plain: string;
  readonly tone: Tone;
}

const known = new Map<string, Letter>();
const bases = new Map<string, string>();

/** @param character one NFC letter */
export function takeApart(character: string): Letter {
  let letter = known.get(character);
  if (letter === undefined) {
    const decomposed = character.normalize('NFD');
    const mark = TONE_MARK.exec(decomposed)?.[0] ?? '';
    letter = {
      plain: decomposed.replace(mark, '').normalize('NFC'),
      tone: TONES.indexOf(mark as (typeof TONES)[number]) as Tone,
    };
    known.set(character, letter);
  }
  return letter;
}

/** NFC letter of a vowel that carries no tone yet. */
export function withTone(plain: string, tone: Tone): string {
  return (plain + TONES[tone]).normalize('NFC');
}

/** What the pen wrote before any mark: `ế` and `ẻ` give `e`, `đ` gives `d`. Lower case. */
export function baseLetters(text: string): string {
  let base = '';
  for (const character of text.toLowerCase()) {
    let letter = bases.get(character);
    if (letter === undefined) {
      letter = character.normalize('NFD').replace(MARK, '').replace('đ', 'd');
      bases.set(character, letter);
    }
    base += letter;
  }
  return base;
}

const OURS: Readonly<Record<string, string>> = { Ð: 'Đ', ð: 'đ', Ÿ: 'Y', ÿ: 'y', '\u2044': '/' };

/** NFC, with Đ for the eth that looks like it, Y for one with two dots, a plain slash: engines know them, Vietnamese does not. */
export function composeText(text: string): string {
  return text.normalize('NFC').replace(/[ÐðŸÿ\u2044]/g, (letter) => OURS[letter]!);
}
