/** Reads one page picture: decides from what it shows how to lay it straight, and gives words in the straight page. */
import { IDENTITY, type QuarterTurn, scaling } from '../domain/geometry.ts';
import type { ImageMediaType } from '../domain/page.ts';
import { type Line, meanConfidence, type PageText } from '../domain/page-text.ts';
import { mapLines, orderLines } from '../domain/reading-order.ts';
import { decodePicture, measurePicture } from '../imaging/codec.ts';
import { cropGrey } from '../imaging/picture.ts';
import { guessDpi } from '../imaging/sheet.ts';
import { drawForEngine, type MeasuredPage, measurePage, straighten } from '../imaging/prepare-page.ts';
import type { OcrEngine } from '../ports/ocr-engine.ts';

export interface ReadPageInput {
  readonly bytes: Uint8Array;
  readonly mediaType: ImageMediaType;
  /** Declared resolution if plausible, else null. */
  readonly dpi: number | null;
  readonly timeoutMs: number;
  readonly maxPixels: number;
}

const ENGINE_DPI = 300;
/** Text upside down is read with half the confidence of text that lies right. */
const DOUBTFUL_CONFIDENCE = 65;
/** Pages of text show 2.4 and more, on the right axis. */
const SURE_AXIS_RATIO = 1.7;
const TRIAL_DPI = 200;
const TRIAL_TIME_SHARE = 0.05;

export async function readPage(input: ReadPageInput, engine: OcrEngine): Promise<PageText> {
  const picture = await decodePicture(input.bytes, input.maxPixels);
  const page = measurePage(picture, input.dpi);
  const reader = { engine, page, timeoutMs: input.timeoutMs };
  const [likely, opposite] = page.guess.turns;
  const canSwapAxis = page.guess.axisRatio < SURE_AXIS_RATIO;
  const first = likely % 180 === 0 ? likely : await chooseTurn(reader, [likely, opposite]);
  let reading = await readTurned(reader, first);
  if (!reading.timedOut && meanConfidence(reading) < DOUBTFUL_CONFIDENCE) {
    const turn = await chooseTurn(reader, canSwapAxis ? page.guess.turns : [likely, opposite]);
    if (turn !== first) reading = await readTurned(reader, turn);
  }
  return { source: 'ocr', engine: engine.identity, preparation: [], codes: [], ...reading };
}

/** Keeps the text that a page carries itself, in pixels of the delivered picture; no lines for a blank page. */
export async function carryText(
  input: Pick<ReadPageInput, 'bytes' | 'dpi'>,
  lines: readonly Line[],
): Promise<PageText> {
  const size = await measurePicture(input.bytes);
  const { widthPx, heightPx } = size;
  return {
    source: lines.length > 0 ? 'pdf' : 'none',
    engine: { name: 'none', version: '0', model: 'none' },
    preparation: [],
    rotationDeg: 0,
    skewDeg: 0,
    frame: { widthPx, heightPx, dpi: input.dpi ?? guessDpi(size), fromImage: IDENTITY },
    lines,
    codes: [],
    timedOut: false,
  };
}

interface Reader {
  readonly engine: OcrEngine;
  readonly page: MeasuredPage;
  readonly timeoutMs: number;
}

type Reading = Pick<PageText, 'rotationDeg' | 'skewDeg' | 'frame' | 'lines' | 'timedOut'>;

async function readTurned({ engine, page, timeoutMs }: Reader, turn: QuarterTurn): Promise<Reading> {
  const straight = straighten(page, turn);
  const { clear: picture, marks } = drawForEngine(page, turn, ENGINE_DPI);
  const answer = await engine.recognize({
    picture,
    dpi: ENGINE_DPI,
    layout: 'page',
    timeoutMs: timeoutMs * 0.4,
  });
  const lines = mapLines(orderLines(answer.lines, marks), scaling(straight.frame.dpi / ENGINE_DPI));
  return { ...straight, lines, timedOut: answer.timedOut };
}

/** Reads the middle of the page each way and takes the turn that gives most text with confidence. */
async function chooseTurn(reader: Reader, turns: readonly QuarterTurn[]): Promise<QuarterTurn> {
  let best = turns[0]!;
  let most = 0;
  for (const turn of turns) {
    const { clear: whole } = drawForEngine(reader.page, turn, TRIAL_DPI);
    const { widthPx, heightPx } = whole;
    const picture = cropGrey(whole, { x: 0, y: heightPx / 4, width: widthPx, height: heightPx / 2 });
    const timeoutMs = reader.timeoutMs * TRIAL_TIME_SHARE;
    // Page layout would find lines of text that stand on end, and read them: all turns would look right.
    const request = { picture, dpi: TRIAL_DPI, layout: 'single-block', timeoutMs } as const;
    const { lines } = await reader.engine.recognize(request);
    const text = countConfidentLetters(lines);
    if (text > most) {
      most = text;
      best = turn;
    }
  }
  return best;
}

function countConfidentLetters(lines: readonly Line[]): number {
  let sum = 0;
  for (const word of lines.flatMap((line) => line.words)) {
    if (word.text.length > 1) sum += word.text.length * Math.max(0, word.confidence - 50);
  }
  return sum;
}
