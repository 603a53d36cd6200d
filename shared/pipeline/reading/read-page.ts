/** Reads one page picture: decides from what it shows how to lay it straight, and gives words in the straight page. */
import { applyToBox, type QuarterTurn, scaling } from '../../domain/geometry.ts';
import type { ImageMediaType } from '../../domain/page.ts';
import { type Line, type PageText, turnedFrame } from '../../domain/page-text.ts';
import { mapLines, orderLines } from '../../domain/reading/reading-order.ts';
import { siftScraps, siftWords } from '../../domain/reading/sift-words.ts';
import { readCodes } from '../../imaging/barcodes.ts';
import { decodeGrey, decodePicture } from '../../imaging/codec.ts';
import { dropColour } from '../../imaging/colour-drop.ts';
import { type LeftOut, measurePage, PREPARATION } from '../../imaging/prepare-page.ts';
import { guessDpi } from '../../imaging/sheet.ts';
import type { OcrEngine } from '../../ports/ocr-engine.ts';
import { findWayUp } from './find-way-up.ts';
import type { Look, Reader } from './page-look.ts';
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

/** Shares of the page's time, besides those for finding which way up it lies. */
const AGAIN_TIME_SHARE = 0.14;
const NUMBER_TIME_SHARE = 0.06;

/**
 * Word boxes and codes are in pixels of the straightened page. A page whose time ran out says so and has no lines.
 * @throws DigitizationError `scan-damaged`, `scan-too-many-pixels`, `scan-too-small`, `engine-unavailable`.
 */
export async function readPage(
  input: ReadPageInput,
  engine: OcrEngine,
  leftOut: LeftOut = new Set(),
): Promise<PageText> {
  const picture = await decodePicture(input.bytes, input.maxPixels);
  const codes = await readCodes(dropColour(picture));
  const page = measurePage(picture, input.dpi, leftOut);
  const reader = { engine, page, codes, timeoutMs: input.timeoutMs };
  const look = await findWayUp(reader, input.rotationDeg);
  return {
    source: 'ocr',
    engine: engine.identity,
    preparation: PREPARATION.filter((step) => !leftOut.has(step)),
    ...(await settleReading(reader, look)),
  };
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

type Reading = Pick<PageText, 'rotationDeg' | 'skewDeg' | 'frame' | 'lines' | 'codes' | 'timedOut'>;

/** Sifts what was seen, reads doubtful lines and page numbers once more, and puts all into order. */
async function settleReading(reader: Reader, look: Look): Promise<Reading> {
  const { straight, dpi, picture, marks, answer } = look;
  const codes = reader.codes.map((code) => ({
    ...code,
    box: applyToBox(straight.frame.fromImage, code.box),
  }));
  if (answer.timedOut) return { ...straight, lines: [], codes, timedOut: true };
  const { engine, timeoutMs } = reader;
  const { leftOut } = reader.page;
  const sure = siftWords(answer.lines);
  const again = leftOut.has('typeset/4')
    ? sure
    : await readDoubtfulAgain(engine, picture, dpi, sure, {
        timeoutMs: timeoutMs * AGAIN_TIME_SHARE,
        asEnglish: engine.languages.includes('en') && !leftOut.has('card-english/1'),
      });
  const numbered = leftOut.has('margin-figures/1')
    ? { lines: again, numbers: [] }
    : await readPageNumbers(engine, picture, dpi, again, timeoutMs * NUMBER_TIME_SHARE);
  // Scraps show once lines are split at wide white; what is left may stand in another order without them.
  const kept = siftScraps(orderLines(numbered.lines, marks), new Set(numbered.numbers));
  const lines = mapLines(orderLines(kept, marks), scaling(straight.frame.dpi / dpi));
  return { ...straight, lines, codes, timedOut: false };
}
