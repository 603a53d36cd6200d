/** Words of a paper as the field readers take them: in rows, with what labels are compared by. */
import { squeeze } from '../fold.ts';
import type { Box } from '../geometry.ts';
import type { ReadPage } from '../group-pages.ts';
import type { PageId } from '../ids.ts';
import type { Word } from '../page-text.ts';
import { boxAround } from '../reading/line-segments.ts';

export interface Token {
  /** NFC, without white space. */
  readonly text: string;
  readonly squeezed: string;
  /** 0-100, the engine's own figure for the whole word. */
  readonly confidence: number;
  /** Pixels of the straightened page. */
  readonly box: Box;
  /** No white space before it: recognition ran a label and its value together. */
  readonly glued: boolean;
  readonly pageId: PageId;
}

/** One line of a page. */
export interface Row {
  readonly pageId: PageId;
  /** Position of its page in the paper, from 0. */
  readonly page: number;
  readonly tokens: readonly Token[];
  readonly box: Box;
  readonly squeezed: string;
  /** Where each token starts in `squeezed`; one entry more for the end. */
  readonly starts: readonly number[];
}

/** `số096…`, `Thửa352`: letters that run into a longer number; codes such as `CS07733` and `10B` stay whole. */
const RUN_TOGETHER = /^(\p{L}*\p{Ll}[-.:]{0,2}|.*:)(?=[\p{L}\d])(.+)$/u;

export function rowsOf(pages: readonly ReadPage[]): Row[] {
  return pages.flatMap(({ facts }, page) =>
    (facts.text?.lines ?? [])
      .filter((line) => line.words.length > 0)
      .map((line) =>
        rowOf(
          line.words.flatMap((word) => tokensOf(word, facts.pageId)),
          page,
        ),
      ),
  );
}

export function rowOf(tokens: readonly Token[], page: number): Row {
  const starts = [0];
  for (const token of tokens) starts.push(starts.at(-1)! + token.squeezed.length);
  return {
    pageId: tokens[0]!.pageId,
    page,
    tokens,
    box: boxAround(tokens.map((token) => token.box)),
    squeezed: tokens.map((token) => token.squeezed).join(''),
    starts,
  };
}

function tokensOf({ text, box, confidence }: Word, pageId: PageId): Token[] {
  const parts = splitRun(text.normalize('NFC'));
  let from = 0;
  return parts.map((part, index) => {
    const x = box.x + (box.width * from) / text.length;
    from += part.length;
    const width = (box.width * part.length) / text.length;
    return {
      text: part,
      squeezed: squeeze(part),
      confidence,
      box: { ...box, x, width },
      glued: index > 0,
      pageId,
    };
  });
}

function splitRun(text: string): string[] {
  const [, label, value] = RUN_TOGETHER.exec(text) ?? [];
  if (label === undefined || value === undefined) return [text];
  const isNumber = /^\d{3,}/.test(value);
  return label.endsWith(':') ? [label, ...splitRun(value)] : isNumber ? [label, value] : [text];
}

/** The tokens as written, single blanks between words. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token, index) => (index > 0 && !token.glued ? ` ${token.text}` : token.text))
    .join('')
    .normalize('NFC');
}

/** Blanks, leaders, colons and the like at both ends are the form's, not the value's. */
export function trimValue(text: string): string {
  return text
    .replace(/^[\s.,:;…_*•"'“”‘’`|\\/~=<>–—-]+/u, '')
    .replace(/[\s.,:;…_*•"'“”‘’`|\\/~=<–—-]+$/u, '');
}
