/**
 * How readily recognition takes one marked letter for another, by the confidence it reports. The figures were measured
 * on printed pages, sharp and spoilt, against what they say (docs/decisions/0005-mark-repair.md); kinds of letters
 * share one figure, so that a pair that happened not to occur there still has one.
 */
import { baseLetters, type Letter, type Tone, takeApart } from './letters.ts';

const [LEVEL, GRAVE, ACUTE, HOOK, , DOT] = [0, 1, 2, 3, 4, 5] as const;

/** Share of letters read with other marks, as capitals and as small letters. */
const MISREAD = {
  bare: [0.01, 0.006],
  hook: [0.09, 0.03],
  tone: [0.015, 0.007],
  sign: [0.025, 0.007],
  signAndHook: [0.21, 0.08],
  signAndDot: [0.08, 0.003],
  signAndTone: [0.04, 0.014],
  bar: [0.005, 0.006],
} as const;

/** By how much (logarithm of odds) a word of this confidence is likelier to hold an error than others of its case. */
const ODDS_OF_CAPITALS = [
  [70, 2.2],
  [80, 2],
  [88, 1.2],
  [92, 0],
  [96, -1],
  [97, -1.5],
] as const;
const ODDS_OF_SMALL = [
  [80, 2.8],
  [88, 2.6],
  [92, 1.3],
  [95, 0.8],
  [96, -0.8],
  [97, -2.5],
] as const;

interface Habit {
  readonly read: string;
  readonly share: number;
  /** Only before these: elsewhere the engine may well be right. */
  readonly before: RegExp;
}

/**
 * Syllables that the engine writes otherwise however sharp they are, by the language that it was taught, and with a share
 * of theirs: on official letters of a dozen agencies `chi` came out as `chỉ` in 19 of 25 places (decision 14).
 */
const HABITS: Readonly<Record<string, Habit>> = {
  chi: {
    read: 'chỉ',
    share: 0.75,
    // `chi mua`, `chi trả tiền` may be `chỉ mua`, `chỉ trả tiền` as well.
    before:
      /^(?:tiết(?! (?:kiệm|lộ|chế))|phí|nhánh|trả (?:chế độ|bảo hiểm|trợ cấp)|ngân sách|sự nghiệp|thường xuyên|quản lý hành chính|không thường)/,
  },
};

/** A hook over another sign is lost at sizes where the engine still feels sure. */
const TRUST_IN_HOOKS = 0.45;

/**
 * Natural logarithm of the probability that `printed` comes out as `read`; both are equal but for marks, same case.
 * @param confidence 0-100, of the word
 */
function logMisreading(printed: string, read: string, confidence: number): number {
  if (printed === read) return 0;
  const from = takeApart(printed);
  const to = takeApart(read);
  const isCapital = printed !== printed.toLowerCase();
  const kind = kindOf(from);
  const share = from.plain === to.plain ? shareOfTone(from.tone, to.tone) : shareOfSign(from, to, kind);
  const odds = interpolate(isCapital ? ODDS_OF_CAPITALS : ODDS_OF_SMALL, confidence);
  const trust = kind === 'signAndHook' ? TRUST_IN_HOOKS : 1;
  return Math.log(MISREAD[kind][isCapital ? 0 : 1] * share) + odds * trust;
}

/** The same for a whole syllable. @param next what is read behind it, small letters */
export function logMisreadSyllable(printed: string, read: string, confidence: number, next = ''): number {
  const habit = HABITS[printed];
  if (habit?.read === read && habit.before.test(next)) return Math.log(habit.share);
  const to = [...read];
  return [...printed].reduce((sum, letter, at) => sum + logMisreading(letter, to[at]!, confidence), 0);
}

function kindOf({ plain, tone }: Letter): keyof typeof MISREAD {
  if (/^[dđ]$/i.test(plain)) return 'bar';
  const hasSign = baseLetters(plain) !== plain.toLowerCase();
  if (!hasSign) return tone === LEVEL ? 'bare' : tone === HOOK ? 'hook' : 'tone';
  if (tone === LEVEL) return 'sign';
  return tone === HOOK ? 'signAndHook' : tone === DOT ? 'signAndDot' : 'signAndTone';
}

function shareOfTone(from: Tone, to: Tone): number {
  if (from === HOOK) return to === ACUTE ? 0.6 : to === GRAVE ? 0.2 : 0.05;
  if (from === GRAVE && to === LEVEL) return 0.4;
  if (from === LEVEL) return 0.25;
  return 0.15;
}

function shareOfSign(from: Letter, to: Letter, kind: keyof typeof MISREAD): number {
  if (kind === 'bar') return 1;
  if (kind === 'signAndDot') return from.tone === to.tone ? 0.7 : 0.05;
  return from.tone === to.tone ? 0.2 : 0.05;
}

function interpolate(curve: readonly (readonly [number, number])[], at: number): number {
  let [lowerAt, lower] = curve[0]!;
  for (const [upperAt, upper] of curve) {
    if (at <= upperAt)
      return upperAt === lowerAt ? upper : lower + ((upper - lower) * (at - lowerAt)) / (upperAt - lowerAt);
    [lowerAt, lower] = [upperAt, upper];
  }
  return lower;
}
