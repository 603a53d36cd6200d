/** Which syllables a printed word may have been, when only its marks were misread. */
import { baseLetters, type Tone, takeApart, withTone } from './letters.ts';
import { logMisreadSyllable } from './mark-confusions.ts';
import { logSyllable, type SyllableId, syllableId, syllablesWithLetters } from './mark-model.ts';
import { spell, tonePosition } from './syllable.ts';

export interface Candidate {
  readonly id: SyllableId;
  /** Written like the word that was read: its case, its place for the tone. */
  readonly text: string;
  /** Natural logarithm of the probability of reading what was read, had this been printed. */
  readonly logReading: number;
}

/** Beyond this nobody would take the one for the other. */
const MIN_LOG_READING = -11;
const MAX_CANDIDATES = 5;

/** @param read one syllable as recognized, any case @param next what is read behind it, small letters @returns without `read` itself, the likeliest reading first */
export function otherMarks(read: string, key: string, confidence: number, next: string): Candidate[] {
  return syllablesWithLetters(baseLetters(read))
    .filter((other) => other !== key)
    .map((other) => {
      const text = writtenLike(read, other);
      return { id: syllableId(other), text, logReading: logMisreadSyllable(text, read, confidence, next) };
    })
    .filter((candidate) => candidate.logReading >= MIN_LOG_READING)
    .sort((a, b) => b.logReading + logSyllable(b.id) - a.logReading - logSyllable(a.id))
    .slice(0, MAX_CANDIDATES);
}

/** The syllable of this key with the case, and the place of the tone, of what was read; both have the same letters. */
export function writtenLike(read: string, key: string): string {
  const letters = [...spellKeepingPlace(read, key)];
  return [...read]
    .map((character, at) =>
      character === character.toLowerCase() ? letters[at]! : letters[at]!.toUpperCase(),
    )
    .join('');
}

/** `hoà` and `hòa` are both written; a paper that writes the one is not given the other. */
function spellKeepingPlace(read: string, key: string): string {
  const plain = key.slice(0, -1);
  const tone = Number(key.at(-1)) as Tone;
  const at = [...read.toLowerCase()].findIndex((character) => takeApart(character).tone !== 0);
  const isOpenGlide = /(?:o[ae]|uy)$/.test(plain) && !plain.startsWith('qu');
  if (!isOpenGlide || tone === 0 || at !== tonePosition(plain) + 1) return spell(key);
  return plain.slice(0, at) + withTone(plain[at]!, tone) + plain.slice(at + 1);
}
