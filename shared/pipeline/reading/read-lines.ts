/** Reads chosen lines of a page anew, each by itself: set one under another, equally tall. */

import type { Word } from '../../domain/page-text.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { mapLines } from '../../domain/reading/reading-order.ts';
import type { GreyPicture } from '../../imaging/picture.ts';
import type { TextLines } from '../../imaging/text-lines.ts';
import { typesetLines } from '../../imaging/typeset.ts';
import type { OcrEngine, ReadingLanguage } from '../../ports/ocr-engine.ts';

const TYPESET_DPI = 300;

/** Words by index of the line in `found`, boxes in pixels of `picture`; no entry for a line in which nothing was read. */
export async function readLines(
  engine: OcrEngine,
  picture: GreyPicture,
  found: TextLines,
  chosen: readonly number[],
  language: ReadingLanguage,
  timeoutMs: number,
): Promise<Map<number, readonly Word[]>> {
  const sheet = typesetLines(picture, found, chosen);
  const answer = await engine.recognize({
    picture: sheet.picture,
    dpi: TYPESET_DPI,
    layout: 'single-block',
    timeoutMs,
    language,
  });
  const read = answer.lines.flatMap((line) => line.words);
  const byLine = new Map<number, readonly Word[]>();
  for (const row of sheet.rows) {
    const words = read.filter(({ box }) => {
      const middle = box.y + box.height / 2;
      return middle >= row.topPx && middle < row.bottomPx;
    });
    if (words.length > 0) byLine.set(row.line, mapLines([lineOfWords(words)], row.toPage)[0]!.words);
  }
  return byLine;
}
