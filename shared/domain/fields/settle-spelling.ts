/** Gives places and texts the spelling that surer sources of the dossier have for the same letters. */
import { foldTones } from '../fold.ts';
import type { PaperReading } from './paper-reading.ts';
import type { ReadField } from './read-field.ts';
import { difference, dressLike, figuresIn, leastDifference, lettersIn } from './spelling.ts';

/** A trusted spelling outweighs any reading. */
const TRUSTED = 10;
/** Another reading must be so much better before it overrules one, in shares of a sure word. */
const MARGIN = 0.1;
/** Share of misread letters at which a text is still the trusted one; more where it is hardly legible. */
const NEAR = 0.12;
const NEAR_ILLEGIBLE = 0.34;
const ILLEGIBLE = 60;
/** What a text fits that was taken for a trusted one: too little to bear out another. */
const GUESSED = 0.7;
/** Shorter texts have too many neighbours. */
const LEAST_LETTERS = 6;

type Lexicon = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A trusted text with what it is held against readings by. */
interface TrustedText {
  readonly text: string;
  readonly letters: number;
  readonly figures: string;
}

/** @param trusted texts with sound marks: from codes, the declaration, the procedure's list. */
export function settleSpelling(papers: readonly PaperReading[], trusted: readonly string[]): PaperReading[] {
  const readings = papers.flatMap(({ fields }) => fields).filter(isSpelled);
  const lexicon = collect(trusted, readings);
  const pairs = pairsOf(trusted);
  const texts = [...new Set(trusted)].map(
    (text): TrustedText => ({ text, letters: lettersIn(text), figures: figuresIn(text) }),
  );
  return papers.map((paper) => ({
    ...paper,
    fields: paper.fields.map((field) =>
      isSpelled(field) ? respellPairs(respell(field, lexicon, texts), pairs) : field,
    ),
  }));
}

function isSpelled({ grammar, source }: ReadField): boolean {
  return source === 'ocr' && (grammar === 'place' || grammar === 'text' || grammar === 'personName');
}

function collect(trusted: readonly string[], readings: readonly ReadField[]): Lexicon {
  const lexicon = new Map<string, Map<string, number>>();
  const add = (text: string, weight: number) => {
    const key = foldTones(text);
    const spellings = lexicon.get(key) ?? new Map<string, number>();
    const spelling = text.toLocaleLowerCase('vi');
    spellings.set(spelling, Math.max(spellings.get(spelling) ?? 0, weight));
    lexicon.set(key, spellings);
  };
  for (const text of trusted) for (const part of partsOf(text)) add(part, TRUSTED);
  for (const { value, legibility, fit } of readings) {
    for (const part of partsOf(value)) add(part, (fit * legibility) / 100);
  }
  return lexicon;
}

/** An address and its pieces. */
function partsOf(text: string): string[] {
  const pieces = text.split(/,\s*/).filter((piece) => piece !== '');
  return pieces.length > 1 ? [text, ...pieces] : [text];
}

/** Neighbouring words of trusted texts by their letters; null where two texts spell them differently. */
function pairsOf(trusted: readonly string[]): ReadonlyMap<string, string | null> {
  const pairs = new Map<string, string | null>();
  for (const words of trusted.map((text) => text.split(/\s+/))) {
    for (let at = 1; at < words.length; at++) {
      const pair = `${words[at - 1]} ${words[at]}`.toLocaleLowerCase('vi');
      const key = foldTones(pair);
      const isPlain = /^[a-zà-ỹ]+ [a-zà-ỹ]+$/u.test(pair);
      if (isPlain) pairs.set(key, (pairs.get(key) ?? pair) === pair ? pair : null);
    }
  }
  return pairs;
}

/** `Cấp đổi` for `Cấp đối` where the procedure's name has it; names keep their own marks. */
function respellPairs(field: ReadField, pairs: ReadonlyMap<string, string | null>): ReadField {
  if (field.grammar !== 'text') return field;
  const words = field.value.split(' ');
  for (let at = 1; at < words.length; at++) {
    const known = pairs.get(foldTones(`${words[at - 1]} ${words[at]}`));
    const isRunning = isSmall(words[at]!) && (at === 1 || isSmall(words[at - 1]!));
    if (!known || !isRunning) continue;
    const [left, right] = known.split(' ');
    words[at - 1] = dressLike(words[at - 1]!, left!);
    words[at] = dressLike(words[at]!, right!);
  }
  return { ...field, value: words.join(' ') };
}

function isSmall(word: string): boolean {
  return word === word.toLocaleLowerCase('vi');
}

function respell(field: ReadField, lexicon: Lexicon, trusted: readonly TrustedText[]): ReadField {
  const own = (field.fit * field.legibility) / 100;
  const whole = spellingOf(field.value, own, lexicon) ?? nearTrusted(field, trusted);
  if (whole !== null) return adopt(field, whole);
  const pieces = field.value.split(/(,\s*)/);
  const value = pieces
    .map((piece) => {
      const spelling = spellingOf(piece, own, lexicon);
      return spelling === null ? piece : dressLike(piece, spelling);
    })
    .join('');
  return value === field.value ? field : { ...field, value };
}

/** Null where the reading's own spelling is as good as any. */
function spellingOf(text: string, own: number, lexicon: Lexicon): string | null {
  const key = foldTones(text);
  if (key.length < LEAST_LETTERS) return null;
  let best: { spelling: string; weight: number } | null = null;
  for (const [spelling, weight] of lexicon.get(key) ?? []) {
    if (weight > (best?.weight ?? 0)) best = { spelling, weight };
  }
  if (best === null || best.spelling === text.toLocaleLowerCase('vi')) return null;
  return best.weight > own + MARGIN ? best.spelling : null;
}

function nearTrusted(
  { value, legibility, grammar }: ReadField,
  trusted: readonly TrustedText[],
): string | null {
  if (grammar === 'personName' || foldTones(value).length < 2 * LEAST_LETTERS) return null;
  const most = legibility < ILLEGIBLE ? NEAR_ILLEGIBLE : NEAR;
  const ownLetters = lettersIn(value);
  const ownFigures = figuresIn(value);
  let best: { text: string; share: number } | null = null;
  for (const { text, letters, figures } of trusted) {
    const isSameHouse = legibility < ILLEGIBLE || figures === ownFigures;
    if (!isSameHouse || leastDifference(ownLetters, letters) > most) continue;
    const share = difference(value, text);
    if (share <= most && share < (best?.share ?? 1)) best = { text, share };
  }
  return best && best.share > 0 ? best.text : null;
}

function adopt(field: ReadField, spelling: string): ReadField {
  const value = dressLike(field.value, spelling);
  const isSame = foldTones(value) === foldTones(field.value);
  return {
    ...field,
    value,
    fit: isSame ? Math.max(field.fit, 0.95) : GUESSED,
    legibility: Math.max(field.legibility, 75),
  };
}
