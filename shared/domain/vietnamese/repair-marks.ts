/** Repairs tone and vowel marks that recognition misread, where what is printed leaves a choice and its context decides. */
import type { Line, Word } from '../page-text.ts';
import { type Candidate, otherMarks, writtenLike } from './candidates.ts';
import { isKnownPair, syllableId } from './mark-model.ts';
import { dressOf, familyNameAt, findNames, type Name } from './names.ts';
import { findPhrases } from './phrases.ts';
import { type Reading, type Step, weighReadings } from './reading-paths.ts';
import { parseSyllable, syllableKey } from './syllable.ts';
import { LIMIT, NUMBER, OTHER, type Token, tokenize } from './tokens.ts';

type Kind = NonNullable<Word['repair']>;

interface PageToken extends Token {
  readonly source: Word;
}

interface Repair {
  readonly token: PageToken;
  readonly text: string;
  readonly kind: Kind;
}

/** Natural logarithm of the odds at which a repair is made: ten repairs that help for each that harms, with room. */
const MIN_LOG_ODDS = 3;
/** Proper names of places and the like follow no counted text so closely. */
const MIN_LOG_ODDS_TITLE = 5;
const MIN_LOG_ODDS_UNMARKED = 5;
const LOST_ODDS = 2;
const UNMARKED = /^[a-z]+$/i;
/** By dress: how many such words are names of persons or, alike in what they are made of, of places. */
const NAME_SHARE = { small: 0, title: 0.4, capitals: 0.15 };
const FURTHEST_BEHIND = 4;
/** One repair may give its neighbour the context it lacked. */
const MAX_ROUNDS = 4;

/**
 * Lines with the same words in the same places; a repaired word keeps what was read as `original`. Only marks change:
 * never base letters, digits, codes, addresses or the given names of persons.
 */
export function repairMarks(lines: readonly Line[]): Line[] {
  let repaired: Line[] = [...lines];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const repairs = findRepairs(repaired);
    if (repairs.length === 0) break;
    repaired = applyRepairs(repaired, repairs);
  }
  return repaired;
}

function findRepairs(lines: readonly Line[]): Repair[] {
  const tokens = lines.flatMap((line) => [
    ...tokenize(line.words.map((word) => word.text)).map(
      (token): PageToken => ({ ...token, source: line.words[token.word]! }),
    ),
    ...limitBehind(line),
  ]);
  const names = findNames(tokens);
  const fixed = [...repairPhrases(tokens), ...repairFamilyNames(tokens, names)].filter(
    ({ token }) => token.source.original === undefined,
  );
  if (fixed.length > 0) return fixed;
  const settled = new Set([
    ...names.flatMap(({ start, end }) => tokens.slice(start, end)),
    ...findPhrases(tokens).flatMap(({ at }) => at.map((index) => tokens[index]!)),
  ]);
  return repairByContext(tokens, settled);
}

function repairPhrases(tokens: readonly PageToken[]): Repair[] {
  const repaired = new Set<Token>();
  return findPhrases(tokens).flatMap(({ at, syllables, mostMisread }) => {
    const repairs = at
      .flatMap((index, position) => respell(tokens[index]!, syllables[position]!))
      .filter(({ token }) => !repaired.has(token));
    if (repairs.length > mostMisread || goesOnOtherwise(tokens, at, syllables)) return [];
    for (const { token } of repairs) repaired.add(token);
    return repairs;
  });
}

/** `có giá trị đền bù` is no `có giá trị đến`: as read, the last syllable goes with what follows. */
function goesOnOtherwise(
  tokens: readonly Token[],
  at: readonly number[],
  syllables: readonly string[],
): boolean {
  const last = tokens[at.at(-1)!]!;
  const next = tokens[at.at(-1)! + 1];
  const key = keyOf(syllables.at(-1)!);
  return (
    next !== undefined && last.key !== key && isKnownPair(last.key, next.key) && !isKnownPair(key, next.key)
  );
}

function repairFamilyNames(tokens: readonly PageToken[], names: readonly Name[]): Repair[] {
  return names.flatMap((name) => {
    const family = familyNameAt(tokens, name);
    return family === undefined ? [] : respell(tokens[name.start]!, family);
  });
}

/** @param syllable lower case, with the letters of the token */
function respell(token: PageToken, syllable: string): Repair[] {
  const key = keyOf(syllable);
  return token.key === key ? [] : [{ token, text: writtenLike(token.text, key), kind: 'phrase' }];
}

function keyOf(syllable: string): string {
  return syllable === NUMBER ? NUMBER : syllableKey(parseSyllable(syllable)!);
}

function limitBehind(line: Line): PageToken[] {
  const source = line.words.at(-1);
  return source ? [{ key: LIMIT, text: '', word: line.words.length - 1, at: 0, source }] : [];
}

function repairByContext(tokens: readonly PageToken[], settled: ReadonlySet<Token>): Repair[] {
  const steps: (Step & { token: PageToken; candidates: Candidate[] })[] = [];
  let afterLimit = true;
  tokens.forEach((token, at) => {
    if (token.key === LIMIT) {
      afterLimit = true;
      return;
    }
    const candidates =
      settled.has(token) || !mayChange(token)
        ? []
        : otherMarks(token.text, token.key, token.source.confidence, textBehind(tokens, at));
    const readings: Reading[] = [
      // Unlike an abbreviation, a word that would be a syllable with other marks is not expected anywhere.
      {
        id: syllableId(token.key === OTHER && candidates.length > 0 ? token.text : token.key),
        logPicture: 0,
      },
      ...candidates.map(({ id, logReading }) => ({ id, logPicture: logReading })),
    ];
    steps.push({ token, candidates, readings, afterLimit, nameShare: NAME_SHARE[dressOf(token.text)] });
    afterLimit = false;
  });
  const weights = weighReadings(steps);
  return steps.flatMap(({ token, candidates, afterLimit: starts }, at): Repair[] => {
    const [asRead = 0, ...others] = weights[at]!;
    const largest = Math.max(...others);
    if (
      others.length === 0 ||
      largest - asRead < requiredOdds(token, starts) + (isLost(steps, at) ? LOST_ODDS : 0)
    )
      return [];
    const kind = token.key === OTHER ? 'syllable' : 'context';
    return [{ token, text: candidates[others.indexOf(largest)]!.text, kind }];
  });
}

/** The next syllables, across the end of a line. */
function textBehind(tokens: readonly Token[], at: number): string {
  const behind = tokens.slice(at + 1, at + 1 + FURTHEST_BEHIND).filter(({ key }) => key !== LIMIT);
  return behind.map(({ text }) => text.toLowerCase()).join(' ');
}

function mayChange({ key, text, source }: PageToken): boolean {
  if (source.original !== undefined || key === NUMBER || text.length < 2) return false;
  const isUnmarked = UNMARKED.test(text);
  // Without marks it may be an abbreviation, a code or a foreign word.
  return !isUnmarked || (key !== OTHER && dressOf(text) === 'small' && text.length > 2);
}

function requiredOdds({ text }: PageToken, startsSentence: boolean): number {
  if (UNMARKED.test(text)) return MIN_LOG_ODDS_UNMARKED;
  return dressOf(text) === 'title' && !startsSentence ? MIN_LOG_ODDS_TITLE : MIN_LOG_ODDS;
}

/** Beside letters that are no words, or amid words without any mark, there is little to decide by. */
function isLost(steps: readonly { token: Token }[], at: number): boolean {
  const own = steps[at]!.token;
  return [steps[at - 1]?.token, steps[at + 1]?.token].some(
    (beside) => beside && (beside.key === OTHER || (UNMARKED.test(own.text) && UNMARKED.test(beside.text))),
  );
}

function applyRepairs(lines: readonly Line[], repairs: readonly Repair[]): Line[] {
  const byWord = Map.groupBy(repairs, ({ token }) => token.source);
  const isTouched = (word: Word) => byWord.has(word);
  return lines.map((line) =>
    line.words.some(isTouched)
      ? { ...line, words: line.words.map((word) => repairWord(word, byWord.get(word) ?? [])) }
      : line,
  );
}

function repairWord(word: Word, repairs: readonly Repair[]): Word {
  if (repairs.length === 0) return word;
  let text = word.text;
  for (const { token, text: part } of repairs)
    text = text.slice(0, token.at) + part + text.slice(token.at + token.text.length);
  return { ...word, text, original: word.text, repair: repairs[0]!.kind };
}
