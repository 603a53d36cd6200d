/** Finds which way up a page lies: by its letters where they tell, else by what can be read each way. */
import type { Box, QuarterTurn } from '../../domain/geometry.ts';
import type { Line } from '../../domain/page-text.ts';
import { cropGrey, type GreyPicture } from '../../imaging/picture.ts';
import { straighten } from '../../imaging/prepare-page.ts';
import { affordableDpi, drawPage, type Look, lookAt, type Reader } from './page-look.ts';

const TRIAL_DPI = 200;
/** Some ten letters read with confidence, in `countConfidentLetters`. */
const LEAST_TRIAL_TEXT = 300;
/** Of text upside down less than a twentieth comes out as such words; of small print that lies right a fifth and more. */
const SURE_WORD = { confidence: 90, letters: 3 };
const SURE_SHARE = 0.2;
/** Pages of text show 2.4 and more, on the right axis. */
const SURE_AXIS_RATIO = 1.7;
/** Shares of the page's time: the clock is not ours, and the whole must fit. */
const FIRST_TIME_SHARE = 0.38;
const SECOND_TIME_SHARE = 0.18;
const TRIALS_TIME_SHARE = 0.24;

/** The page as it is to be read. With a turn that a person gave there is nothing to find. */
export async function findWayUp(reader: Reader, known?: QuarterTurn): Promise<Look> {
  const look = (turn: QuarterTurn, share: number) => lookAt(reader, turn, reader.timeoutMs * share);
  if (known !== undefined) return look(known, FIRST_TIME_SHARE);
  const { guess } = reader.page;
  const [likely, opposite] = guess.turns;
  const knowsAxis = guess.axisRatio >= SURE_AXIS_RATIO;
  const candidates = knowsAxis ? [likely, opposite] : guess.turns;
  // Reading tells upright from upside down by its sure words; it does not tell a page on its side, for the engine
  // finds lines that stand on end: only a trial does.
  const canTellByReading = likely === 0 || (likely === 180 && knowsAxis);
  const first = canTellByReading ? likely : await chooseTurn(reader, candidates);
  const firstLook = await look(first, FIRST_TIME_SHARE);
  const isSettled =
    !canTellByReading || firstLook.answer.timedOut || measureSureShare(firstLook.answer.lines) >= SURE_SHARE;
  if (isSettled) return firstLook;
  const turn = await chooseTurn(reader, candidates);
  return turn === first ? firstLook : look(turn, SECOND_TIME_SHARE);
}

/** Share of all letters that stand in words of three and more which the engine is sure of. */
function measureSureShare(lines: readonly Line[]): number {
  let all = 0;
  let sure = 0;
  for (const { text, confidence } of lines.flatMap((line) => line.words)) {
    all += text.length;
    if (confidence >= SURE_WORD.confidence && text.length >= SURE_WORD.letters && /\p{L}/u.test(text))
      sure += text.length;
  }
  return all === 0 ? 0 : sure / all;
}

/** Reads the fullest half of the page each way and takes the turn that gives most text with confidence. */
async function chooseTurn(reader: Reader, turns: readonly QuarterTurn[]): Promise<QuarterTurn> {
  // Without a few sure words, which specks never make, the page is left as it was delivered.
  let best = turns.includes(0) ? 0 : turns[0]!;
  let most = LEAST_TRIAL_TEXT;
  for (const turn of turns) {
    const dpi = affordableDpi(straighten(reader.page, turn).frame, TRIAL_DPI);
    const { picture: whole } = drawPage(reader, turn, dpi);
    const { lines } = await reader.engine.recognize({
      picture: cropGrey(whole, findFullestHalf(whole)),
      dpi,
      // Page layout would find lines of text that stand on end, and read them: all turns would look right.
      layout: 'single-block',
      // A busy machine must not decide which turn is tried to the end.
      timeoutMs: (reader.timeoutMs * TRIALS_TIME_SHARE) / turns.length,
    });
    const text = countConfidentLetters(lines);
    if (text > most) {
      most = text;
      best = turn;
    }
  }
  return best;
}

function findFullestHalf({ data, widthPx, heightPx }: GreyPicture): Box {
  const sums = new Float64Array(heightPx + 1);
  for (let y = 0; y < heightPx; y++) {
    let ink = 0;
    for (let x = 0; x < widthPx; x++) if (data[y * widthPx + x]! < 128) ink++;
    sums[y + 1] = sums[y]! + ink;
  }
  const height = Math.ceil(heightPx / 2);
  let best = 0;
  for (let y = 0; y + height <= heightPx; y++) {
    if (sums[y + height]! - sums[y]! > sums[best + height]! - sums[best]!) best = y;
  }
  return { x: 0, y: best, width: widthPx, height };
}

function countConfidentLetters(lines: readonly Line[]): number {
  let sum = 0;
  for (const word of lines.flatMap((line) => line.words)) {
    if (word.text.length > 1) sum += word.text.length * Math.max(0, word.confidence - 50);
  }
  return sum;
}
