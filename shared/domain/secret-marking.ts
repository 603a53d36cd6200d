/** Finds the marks of state secrets on a page: MẬT, TỐI MẬT, TUYỆT MẬT standing alone, as stamps and headings do. */
import { editDistance } from './approximate-match.ts';
import { foldTones, squeeze } from './fold.ts';
import type { Line, PageText, Word } from './page-text.ts';

/** Every wording of a mark has it; nearly all lines lack it. */
const MAY_BE_MARK = /m\S{1,5}[ti]/i;
/** Words further apart than this many line heights do not belong together. */
const WIDE_GAP = 1.2;
/** Below it the one word alone may stand in a table; the longer marks mean the same wherever they stand. */
const LOWEST_TOP = 0.5;
/** The one word as recognition reads it; `MẮT`, `MẶT` and `MẤT` are words of their own. */
const SECRET = new Set(['MẬT', 'MÂT', 'MẠT']);
const TOP_SECRET = /^(TOI|TO1|T0I|TUYET|TUYFT|TUYEI) (MAT|MAI)$/;
/** `Độ mật: Tối mật`. */
const LABELLED = /^DO MAT (MAT|TOI MAT|TUYET MAT)$/;
/** Lines that run on into `MẬT`: `THỎA THUẬN BẢO` / `MẬT`. */
const RUNS_INTO = /\b(BAO|BI|CO|HAU|THAN)$/;
/** Heights within which a line stands right below another. */
const NEXT_LINE = 2;

/** For what is known to be a stamp in red ink, pale and framed: a misread letter or two is still no other stamp. */
export function isSecretStamp(text: string): boolean {
  const letters = squeeze(text);
  return (
    letters === 'MAT' || editDistance(letters, 'TOIMAT', 1) <= 1 || editDistance(letters, 'TUYETMAT', 2) <= 2
  );
}

/** True for a mark of any level. Which one is not told: the level is part of what must not spread. */
export function hasSecretMarking({ lines, frame }: Pick<PageText, 'lines' | 'frame'>): boolean {
  return lines.some(
    (line, index) =>
      MAY_BE_MARK.test(line.words.map(({ text }) => text).join(' ')) &&
      segmentsOf(line).some((words) => {
        const text = words
          .map((word) => word.text.normalize('NFC').replace(/[^\p{L}\d]+/gu, ''))
          .filter(Boolean);
        const folded = foldTones(text.join(' '));
        if (LABELLED.test(folded) && words.some((word) => word.text.includes(':'))) return true;
        if (!text.every((word) => word === word.toUpperCase())) return false;
        if (TOP_SECRET.test(folded)) return true;
        const isAlone = text.length === 1 && SECRET.has(text[0]!);
        return isAlone && line.box.y < LOWEST_TOP * frame.heightPx && !continuesLine(line, lines[index - 1]);
      }),
  );
}

/** Stamps stand in the line of a letterhead's other column: wide gaps part them from it. */
function segmentsOf(line: Line): Word[][] {
  const segments: Word[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    if (segments.length === 0 || word.box.x - right > WIDE_GAP * line.box.height) segments.push([]);
    segments.at(-1)!.push(word);
    right = word.box.x + word.box.width;
  }
  return segments;
}

function continuesLine(line: Line, above: Line | undefined): boolean {
  if (above === undefined) return false;
  const gap = line.box.y - (above.box.y + above.box.height);
  const isBelow = gap < NEXT_LINE * line.box.height && gap > -line.box.height;
  return isBelow && RUNS_INTO.test(foldTones(above.words.map((word) => word.text).join(' ')));
}
