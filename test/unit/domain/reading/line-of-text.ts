import type { Line } from '../../../../shared/domain/page-text.ts';
import { lineOfWords } from '../../../../shared/domain/reading/line-segments.ts';

/** A line whose words are as wide as they are long, 20 px high. */
export function lineOfText(text: string, confidence = 90): Line {
  let x = 0;
  return lineOfWords(
    text.split(' ').map((word) => {
      const box = { x, y: 0, width: word.length * 10, height: 20 };
      x += box.width + 8;
      return { text: word, box, confidence };
    }),
  );
}

export function textOfLine({ words }: Line): string {
  return words.map((word) => word.text).join(' ');
}
