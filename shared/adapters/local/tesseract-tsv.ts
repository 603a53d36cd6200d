/** Turns Tesseract's TSV answer into lines of words. */

import type { Line, Word } from '../../domain/page-text.ts';
import { lineOfWords } from '../../domain/reading/line-segments.ts';
import { composeText } from '../../domain/vietnamese/letters.ts';

/** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Level 5 is a word. */
export function parseTesseractTsv(tsv: string): Line[] {
  const byLine = new Map<string, Word[]>();
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const text = composeText(cells[11] ?? '').trim();
    if (cells[0] !== '5' || !text) continue;
    const [x, y, width, height, confidence] = cells.slice(6, 11).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const key = cells.slice(1, 5).join(' ');
    const words = byLine.get(key) ?? [];
    words.push({ text, box: { x, y, width, height }, confidence: Math.max(0, confidence) });
    byLine.set(key, words);
  }
  return [...byLine.values()].map(lineOfWords);
}
