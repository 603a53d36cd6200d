/** Restores what every identity card prints where recognition misread its small type; what the card says is left alone. */
import type { Box } from '../geometry.ts';
import type { Line, Word } from '../page-text.ts';
import { boxAround, lineOfWords, shareRow } from '../reading/line-segments.ts';
import { type Found, findCardWordings, type Piece, textOf } from './find-card-wordings.ts';

/** Lines in the same order, fragments of one row joined; a restored word keeps as `original` what was read in its place. */
export function restoreCardWordings(lines: readonly Line[]): Line[] {
  const rows = joinFragments(lines);
  const pieces = rows.map((line) => line.words.flatMap(takeApart));
  const found = findCardWordings(pieces);
  if (found.length === 0) return [...lines];
  return rows.map((line, at) => {
    const here = found.filter((f) => f.line === at && !isAsPrinted(f, pieces[at]!));
    return here.length === 0 ? line : rewrite(pieces[at]!, here);
  });
}

/** Whether lines are those of an identity card, going by what is printed on each. */
export function showsCardPrint(lines: readonly Line[]): boolean {
  const pieces = joinFragments(lines).map((line) => line.words.flatMap(takeApart));
  return findCardWordings(pieces).length > 0;
}

/** Small print falls into pieces of slightly different height. */
function joinFragments(lines: readonly Line[]): Line[] {
  const rows: Line[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const gap = last ? line.box.x - (last.box.x + last.box.width) : 0;
    const isNear = last && gap > -last.box.height && gap < 0.8 * last.box.height;
    if (isNear && shareRow(last.box, line.box) > 0.6)
      rows[rows.length - 1] = lineOfWords([...last.words, ...line.words]);
    else rows.push(line);
  }
  return rows;
}

function takeApart(word: Word): Piece[] {
  const parts = word.text.split(/(?<=\p{L}[:.]*)(?=\p{N})|(?<=\p{L}[:.])(?=\p{L})/u);
  let start = 0;
  return parts.map((text) => {
    const width = (word.box.width * text.length) / word.text.length;
    const box = { ...word.box, x: word.box.x + (word.box.width * start) / word.text.length, width };
    start += text.length;
    return { word, text, box };
  });
}

function isAsPrinted({ wording, from, to }: Found, pieces: readonly Piece[]): boolean {
  return textOf(pieces.slice(from, to + 1)) === wording.text;
}

function rewrite(pieces: readonly Piece[], found: readonly Found[]): Line {
  const words: Word[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const here = found.find((f) => f.from === at);
    if (here) {
      words.push(...setWords(here, pieces.slice(here.from, here.to + 1)));
      at = here.to;
      continue;
    }
    const { word, text, box } = pieces[at]!;
    // What was glued to a wording stays glued where no wording parts it.
    const isRest = at > 0 && pieces[at - 1]!.word === word && words.at(-1)?.repair === undefined;
    if (isRest) words[words.length - 1] = joinPieces(words.at(-1)!, text, box);
    else words.push(text === word.text ? word : { ...word, text, box });
  }
  return lineOfWords(words);
}

function joinPieces(word: Word, text: string, box: Box): Word {
  return { ...word, text: word.text + text, box: boxAround([word.box, box]) };
}

/** Word for word where as many were read, else spread over the place by their length. */
function setWords({ wording, misread, box }: Found, read: readonly Piece[]): Word[] {
  const texts = wording.text.split(' ');
  const confidence = Math.round(100 * (1 - misread));
  if (texts.length === read.length) {
    return texts.map((text, i) => {
      const { word, text: original, box: own } = read[i]!;
      return original === text && original === word.text
        ? word
        : { text, box: own, confidence, original, repair: 'phrase' };
    });
  }
  const pitch = box.width / wording.text.length;
  let start = 0;
  return texts.map((text): Word => {
    const own = { ...box, x: box.x + start * pitch, width: text.length * pitch };
    start += text.length + 1;
    return { text, box: own, confidence, original: textOf(read), repair: 'phrase' };
  });
}
