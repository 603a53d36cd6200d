/** Tells from the shape of the letters alone which way up a page lies. */
import type { QuarterTurn } from '../domain/geometry.ts';
import { type EdgeSide, measureSlant } from './deskew.ts';
import type { GreyPicture } from './picture.ts';

/** Side of the delivered letters on which they stand, when content is turned clockwise by that much. */
const FOOT: Record<QuarterTurn, EdgeSide> = { 0: 'lower', 90: 'left', 180: 'upper', 270: 'right' };

const MAX_SKEW_DEG = 8;
const COARSE_DEG = 0.2;
const FINE_DEG = 0.02;

export interface TurnGuess {
  /** Most likely turn first: the two along the lines of text, then the two across. */
  readonly turns: readonly [QuarterTurn, QuarterTurn, QuarterTurn, QuarterTurn];
  /** How many times sharper lines stand out along the page than across it: below 1.3 nothing is known. */
  readonly axisRatio: number;
  /** How much sharper feet stand than heads: letters share a base line, but have heads of three heights. */
  readonly footRatio: number;
}

/** Takes letters alone (`findLetters`) at 75 to 150 dpi. */
export function guessTurn(letters: GreyPicture): TurnGuess {
  const sharpness = (turn: QuarterTurn) =>
    measureSlant(letters, FOOT[turn], MAX_SKEW_DEG, COARSE_DEG).sharpness;
  const pair = (turn: 0 | 90) => {
    const opposite: QuarterTurn = turn === 0 ? 180 : 270;
    const [foot, head] = [sharpness(turn), sharpness(opposite)];
    const turns: [QuarterTurn, QuarterTurn] = head > foot * 1.1 ? [opposite, turn] : [turn, opposite];
    return {
      turns,
      best: Math.max(foot, head),
      footRatio: Math.max(foot, head) / (Math.min(foot, head) || 1),
    };
  };
  const upright = pair(0);
  const sideways = pair(90);
  const [first, second] = sideways.best > upright.best * 1.3 ? [sideways, upright] : [upright, sideways];
  return {
    turns: [...first.turns, ...second.turns],
    axisRatio: first.best / (second.best || 1),
    footRatio: first.footRatio,
  };
}

/** Slant of the lines, clockwise degrees, for letters whose content is turned by `turnedDeg`. */
export function measureSkew(letters: GreyPicture, turnedDeg: QuarterTurn): number {
  return measureSlant(letters, FOOT[turnedDeg], MAX_SKEW_DEG, FINE_DEG).deg;
}
