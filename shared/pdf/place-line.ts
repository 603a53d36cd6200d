/** Prepares a line as an engine read it for being drawn: composed, inside of the page, and truly one line. */
import type { Box } from '../domain/geometry.ts';
import type { Line, PageFrame } from '../domain/page-text.ts';
import { fitLineBand, type LineBand } from './line-band.ts';

export interface PlacedWord {
  /** NFC, not empty. */
  readonly text: string;
  readonly box: Box;
}

/** Words from left to right, at least one. */
export interface PlacedLine {
  readonly words: readonly PlacedWord[];
  readonly band: LineBand;
}

/** One line as a rule, none for a line without words, several where its words do not stand beside each other. */
export function placeLine(line: Line, frame: Pick<PageFrame, 'widthPx' | 'heightPx'>): PlacedLine[] {
  const words = line.words
    .map((word) => ({ text: word.text.normalize('NFC'), box: clip(word.box, frame.widthPx, frame.heightPx) }))
    .filter((word) => word.text !== '');
  return splitIntoRuns(words).map((run) => ({ words: run, band: fitLineBand(run.map((word) => word.box)) }));
}

/** Readers drop text beyond the edge of the page, so boxes are kept inside. */
function clip(box: Box, widthPx: number, heightPx: number): Box {
  const x = clamp(box.x, 0, widthPx - 1);
  const y = clamp(box.y, 0, heightPx - 1);
  const width = clamp(box.x + box.width - x, 1, widthPx - x);
  const height = clamp(box.y + box.height - y, 1, heightPx - y);
  return { x, y, width, height };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Engines call upright text, and specks over each other, a line too: one baseline would tear those off their places. */
function splitIntoRuns(words: readonly PlacedWord[]): PlacedWord[][] {
  const tallestPx = words.reduce((tallest, word) => Math.max(tallest, word.box.height), 0);
  const runs: PlacedWord[][] = [];
  words.forEach((word, index) => {
    const before = words[index - 1];
    if (before && standsBeside(word.box, before.box, tallestPx)) runs.at(-1)!.push(word);
    else runs.push([word]);
  });
  return runs;
}

function standsBeside(box: Box, before: Box, tallestPx: number): boolean {
  if (box.x < before.x) return false;
  const gapPx = Math.max(box.y, before.y) - Math.min(box.y + box.height, before.y + before.height);
  if (gapPx <= 0) return true;
  const sharedPx = Math.min(box.x + box.width, before.x + before.width) - box.x;
  const isStacked = sharedPx > Math.min(box.width, before.width) / 2;
  return !isStacked && gapPx < tallestPx;
}
