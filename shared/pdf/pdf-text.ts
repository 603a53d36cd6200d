/** Reads the visible text of a born-digital PDF page as lines of words in pixels of its picture. */
import type { Box } from '../domain/geometry.ts';
import type { Line, Word } from '../domain/page-text.ts';
import { boxAround, lineOfWords } from '../domain/reading/line-segments.ts';
import { orderLines } from '../domain/reading/reading-order.ts';
import { joinLevelRules, joinUprightRules } from './join-rules.ts';
import type { PageRect } from './page-geometry.ts';
import type { DrawnPagePlan } from './page-plan.ts';
import { type Character, listCharacters, type PageCharacters } from './pdf-characters.ts';
import type { PdfPage } from './pdf-page.ts';
import type { Pdfium } from './pdfium.ts';

export interface BornDigitalText {
  /** Null where reading the picture is safer: letters that cannot be trusted, pictures that may hold text. */
  readonly lines: readonly Line[] | null;
  /** The picture was drawn with a stand-in for a font that is not embedded; ours know no Vietnamese marks. */
  readonly fontMissing: boolean;
}

/** Fewer letters are a stamp, a page number or the leftovers of text turned into outlines. */
const FEWEST_LETTERS = 20;
const FEW_LETTERS = 200;
/** Pasted pictures of this share of the page may hold what nobody else tells; beside little text a card is enough. */
const LARGE_PICTURES = 0.25;
const CARD_PICTURE = 0.05;
/** Letters without a known meaning, or lying on their side. */
const TOLERATED_SHARE = 0.02;
/** Lines to write on are no text. */
const LEADER_DOT = /^[.…_]$/;
const LEADER_DOTS = 4;
const WORD_OR_LEADER = /\.{4,}|(?:x|\.{1,3}(?!\.))+/g;

export function readBornDigitalText(pdfium: Pdfium, page: PdfPage, plan: DrawnPagePlan): BornDigitalText {
  const found = listCharacters(pdfium, page, plan.texts);
  return {
    fontMissing: found.fontMissing,
    lines: isTrustworthy(found, plan) ? toLines(found.characters, page, plan) : null,
  };
}

function isTrustworthy(
  { characters, unknown, turned, legacyFont }: PageCharacters,
  plan: DrawnPagePlan,
): boolean {
  const letters = characters.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
  const pictureShare = plan.pictures.reduce((sum, picture) => sum + picture.share, 0);
  if (letters < FEWEST_LETTERS || legacyFont) return false;
  if (pictureShare >= (letters < FEW_LETTERS ? CARD_PICTURE : LARGE_PICTURES)) return false;
  return unknown + turned <= letters * TOLERATED_SHARE;
}

function toLines(characters: readonly Character[], page: PdfPage, plan: DrawnPagePlan): Line[] {
  const toPixels = pixelMapper(page, plan);
  const lines: Line[] = [];
  const leaders: Box[] = [];
  let words: Word[] = [];
  let letters: Character[] = [];
  const endWord = () => {
    for (const piece of splitAtLeaders(letters)) {
      const box = boxAround(piece.map(({ bounds }) => toPixels(bounds)));
      if (isLeader(piece)) leaders.push(box);
      else
        words.push({
          text: piece
            .map(({ text }) => text)
            .join('')
            .normalize('NFC'),
          box,
          confidence: 100,
        });
    }
    letters = [];
  };
  const endLine = () => {
    endWord();
    if (words.length > 0) lines.push(lineOfWords(words));
    words = [];
  };
  for (const character of characters) {
    if (character.kind === 'letter') letters.push(character);
    else if (character.kind === 'space') endWord();
    else endLine();
  }
  endLine();
  const rules = plan.rules.map(toPixels);
  return orderLines(lines, {
    leaders,
    levelRules: joinLevelRules(rules.filter(({ width, height }) => width > height)),
    uprightRules: joinUprightRules(rules.filter(({ width, height }) => height > width)),
  });
}

/** Pieces of words and of leaders in turn: `Tên:.....An` is written without any space. */
function splitAtLeaders(letters: readonly Character[]): Character[][] {
  const pieces: Character[][] = [];
  // One sign a letter, whatever its length: the run's place is the letters' place.
  const signs = letters.map(({ text }) => (LEADER_DOT.test(text) ? '.' : 'x')).join('');
  for (const { 0: run, index } of signs.matchAll(WORD_OR_LEADER))
    pieces.push(letters.slice(index, index + run.length));
  return pieces;
}

function isLeader(piece: readonly Character[]): boolean {
  return piece.length >= LEADER_DOTS && piece.every(({ text }) => LEADER_DOT.test(text));
}

/** From the page's own space to its picture, turned as viewers show it. */
function pixelMapper(page: PdfPage, { widthPx, heightPx }: DrawnPagePlan): (bounds: PageRect) => Box {
  const { left, right, bottom, top } = page.box;
  const turns = page.quarterTurns;
  const toPixel = (x: number, y: number): [number, number] => {
    let across = (x - left) / (right - left);
    let down = (top - y) / (top - bottom);
    for (let turn = 0; turn < turns; turn++) [across, down] = [1 - down, across];
    return [across * widthPx, down * heightPx];
  };
  return (bounds) => {
    const [x1, y1] = toPixel(bounds.left, bounds.top);
    const [x2, y2] = toPixel(bounds.right, bounds.bottom);
    return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  };
}
