/** Reads one page picture: decides from what it shows how to lay it straight, and gives words in the straight page. */
import { applyToBox, type Box, compose, type QuarterTurn, scaling } from '../domain/geometry.ts';
import type { PageMarks } from '../domain/line-segments.ts';
import type { ImageMediaType } from '../domain/page.ts';
import {
  type Line,
  meanConfidence,
  type PageFrame,
  type PageText,
  type ReadCode,
  turnedFrame,
} from '../domain/page-text.ts';
import { mapLines, orderLines } from '../domain/reading-order.ts';
import { siftWords } from '../domain/sift-words.ts';
import { readCodes } from '../imaging/barcodes.ts';
import { decodeGrey, decodePicture } from '../imaging/codec.ts';
import { dropColour } from '../imaging/colour-drop.ts';
import { cropGrey, eraseBoxes, type GreyPicture } from '../imaging/picture.ts';
import {
  drawForEngine,
  type MeasuredPage,
  measurePage,
  PREPARATION,
  straighten,
} from '../imaging/prepare-page.ts';
import { guessDpi } from '../imaging/sheet.ts';
import type { OcrEngine, OcrResult } from '../ports/ocr-engine.ts';
import { readDoubtfulAgain } from './read-again.ts';
import { readPageNumbers } from './read-page-number.ts';

export interface ReadPageInput {
  readonly bytes: Uint8Array;
  readonly mediaType: ImageMediaType;
  /** Declared resolution if plausible, else null. */
  readonly dpi: number | null;
  /** How far the content is turned, where a person said so; else the picture tells. */
  readonly rotationDeg?: QuarterTurn;
  readonly timeoutMs: number;
  readonly maxPixels: number;
}

const ENGINE_DPI = 300;
/** An A3 sheet at 300 dpi fits; larger drawings are read coarser, or they would take minutes. */
const MOST_ENGINE_PIXELS = 20e6;
const TRIAL_DPI = 200;
/** Some ten letters read with confidence, in `countConfidentLetters`. */
const LEAST_TRIAL_TEXT = 300;
/** Text upside down is read with half the confidence of text that lies right. */
const DOUBTFUL_CONFIDENCE = 75;
/** Pages of text show 2.4 and more, on the right axis. */
const SURE_AXIS_RATIO = 1.7;
/** Shares of the page's time: the clock is not ours, and the whole must fit. */
const FIRST_TIME_SHARE = 0.4;
const SECOND_TIME_SHARE = 0.2;
const AGAIN_TIME_SHARE = 0.1;
const TRIAL_TIME_SHARE = 0.07;
const NUMBER_TIME_SHARE = 0.05;

/**
 * Word boxes and codes are in pixels of the straightened page. A page whose time ran out says so and has no lines.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`, `engine-unavailable`.
 */
export async function readPage(input: ReadPageInput, engine: OcrEngine): Promise<PageText> {
  const picture = await decodePicture(input.bytes, input.maxPixels);
  const codes = await readCodes(dropColour(picture));
  const page = measurePage(picture, input.dpi);
  const reader = { engine, page, codes, timeoutMs: input.timeoutMs };
  const look = await (input.rotationDeg === undefined
    ? findWayUp(reader)
    : lookAt(reader, input.rotationDeg, FIRST_TIME_SHARE));
  return {
    source: 'ocr',
    engine: engine.identity,
    preparation: PREPARATION,
    ...(await settleReading(reader, look)),
  };
}

async function findWayUp(reader: Reader): Promise<Look> {
  const { page } = reader;
  const [likely, opposite] = page.guess.turns;
  const knowsAxis = page.guess.axisRatio >= SURE_AXIS_RATIO;
  const candidates = knowsAxis ? ([likely, opposite] as const) : page.guess.turns;
  // Reading tells upright from upside down by its confidence; it does not tell a page on its side, for the
  // engine finds lines that stand on end: only a trial does.
  const canTellByReading = likely === 0 || (likely === 180 && knowsAxis);
  const first = canTellByReading ? likely : await chooseTurn(reader, candidates);
  let look = await lookAt(reader, first, FIRST_TIME_SHARE);
  if (canTellByReading && !look.answer.timedOut && meanConfidence(look.answer) < DOUBTFUL_CONFIDENCE) {
    const turn = await chooseTurn(reader, candidates);
    if (turn !== first) look = await lookAt(reader, turn, SECOND_TIME_SHARE);
  }
  return look;
}

/** Keeps the text that a page carries itself, given in pixels of the delivered picture; no lines for a blank page. */
export async function carryText(
  input: Pick<ReadPageInput, 'bytes' | 'dpi' | 'rotationDeg' | 'maxPixels'>,
  lines: readonly Line[],
): Promise<PageText> {
  const picture = await decodeGrey(input.bytes, input);
  const rotationDeg = input.rotationDeg ?? 0;
  const frame = { ...turnedFrame(picture, rotationDeg), dpi: input.dpi ?? guessDpi(picture) };
  const codes = await readCodes(picture);
  return {
    source: lines.length > 0 ? 'pdf' : 'none',
    engine: { name: 'none', version: '0', model: 'none' },
    preparation: [],
    rotationDeg,
    skewDeg: 0,
    frame,
    lines: rotationDeg === 0 ? lines : mapLines(lines, frame.fromImage),
    codes: codes.map((code) => ({ ...code, box: applyToBox(frame.fromImage, code.box) })),
    timedOut: false,
  };
}

interface Reader {
  readonly engine: OcrEngine;
  readonly page: MeasuredPage;
  /** In pixels of the delivered picture. */
  readonly codes: readonly ReadCode[];
  readonly timeoutMs: number;
}

type Reading = Pick<PageText, 'rotationDeg' | 'skewDeg' | 'frame' | 'lines' | 'codes' | 'timedOut'>;

/** The page turned one way, and what the engine says of it before anything is sifted out: all its doubts count. */
interface Look {
  readonly straight: ReturnType<typeof straighten>;
  /** Of `picture`. */
  readonly dpi: number;
  readonly picture: GreyPicture;
  readonly marks: PageMarks;
  readonly answer: OcrResult;
}

async function lookAt(reader: Reader, turn: QuarterTurn, timeShare: number): Promise<Look> {
  const straight = straighten(reader.page, turn);
  const dpi = affordableDpi(straight.frame, ENGINE_DPI);
  const { picture, marks } = draw(reader, turn, dpi);
  const timeoutMs = reader.timeoutMs * timeShare;
  const answer = await reader.engine.recognize({ picture, dpi, layout: 'page', timeoutMs });
  return { straight, dpi, picture, marks, answer };
}

async function settleReading(
  reader: Reader,
  { straight, dpi, picture, marks, answer }: Look,
): Promise<Reading> {
  const toFrame = scaling(straight.frame.dpi / dpi);
  const sure = siftWords(answer.lines);
  const again = await readDoubtfulAgain(
    reader.engine,
    picture,
    dpi,
    sure,
    reader.timeoutMs * AGAIN_TIME_SHARE,
  );
  const numbers = answer.timedOut
    ? []
    : await readPageNumbers(reader.engine, picture, dpi, again, reader.timeoutMs * NUMBER_TIME_SHARE);
  const lines = mapLines(orderLines(answer.timedOut ? [] : [...again, ...numbers], marks), toFrame);
  const codes = reader.codes.map((code) => ({
    ...code,
    box: applyToBox(straight.frame.fromImage, code.box),
  }));
  return { ...straight, lines, codes, timedOut: answer.timedOut };
}

/** The engine's copy, without the codes, in which it would read letters. */
function draw(
  { page, codes }: Reader,
  turn: QuarterTurn,
  dpi: number,
): { picture: GreyPicture; marks: PageMarks } {
  const { frame } = straighten(page, turn);
  const { clear, marks } = drawForEngine(page, turn, dpi);
  const toCopy = compose(frame.fromImage, scaling(dpi / frame.dpi));
  eraseBoxes(
    clear,
    codes.map((code) => applyToBox(toCopy, code.box)),
  );
  return { picture: clear, marks };
}

/** Reads the fullest half of the page each way and takes the turn that gives most text with confidence. */
async function chooseTurn(reader: Reader, turns: readonly QuarterTurn[]): Promise<QuarterTurn> {
  // Without a few sure words, which specks never make, the page is left as it was delivered.
  let best = turns.includes(0) ? 0 : turns[0]!;
  let most = LEAST_TRIAL_TEXT;
  for (const turn of turns) {
    const dpi = affordableDpi(straighten(reader.page, turn).frame, TRIAL_DPI);
    const { picture: whole } = draw(reader, turn, dpi);
    const { lines } = await reader.engine.recognize({
      picture: cropGrey(whole, findFullestHalf(whole)),
      dpi,
      // Page layout would find lines of text that stand on end, and read them: all turns would look right.
      layout: 'single-block',
      timeoutMs: reader.timeoutMs * TRIAL_TIME_SHARE,
    });
    const text = countConfidentLetters(lines);
    if (text > most) {
      most = text;
      best = turn;
    }
  }
  return best;
}

function affordableDpi({ widthPx, heightPx, dpi }: PageFrame, wanted: number): number {
  const squareInches = (widthPx / dpi) * (heightPx / dpi);
  return Math.floor(Math.min(wanted, Math.sqrt(MOST_ENGINE_PIXELS / squareInches)));
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
