/** Which of our paper types a component of a procedure is, told by its code or by what its name begins with. */
import { compileHeading, findHeading, type Heading } from '../heading-match.ts';
import type { PageLine } from '../page-lines.ts';
import { squeezeWords } from '../page-lines.ts';
import { type PaperType, UNKNOWN_PAPER_TYPE } from '../paper.ts';
import { MANNER, PAPER_TYPES } from './index.ts';
import { OTHER_PAPERS } from './other-papers.ts';

interface NamedType {
  readonly type: PaperType;
  readonly headings: readonly Heading[];
}

const HOUSE: readonly NamedType[] = PAPER_TYPES.map(({ type, name, titles, listedAs }) => ({
  type,
  headings: [name, ...titles, ...(listedAs ?? [])].map(compileHeading),
}));
const OTHERS: readonly NamedType[] = [
  { type: UNKNOWN_PAPER_TYPE, headings: OTHER_PAPERS.map(compileHeading) },
];

/** `1.`, `a)`, `- ` before a name, and `01 bản chính` and the like. */
const LIST_MARK = /^\s*(?:[-+•*]|\(?\d{1,2}[.)]|\(?[a-hđ][.)])\s*/iu;
const COUNT = /^\s*\d{1,2}\s+(?=bản\s)/iu;
const ALTERNATIVE = /\s+hoặc\s+|[;,(]\s*/iu;

/**
 * `types` (MAGIAYTO to paper type) is the province's own say and goes first; a component whose code is a type of ours
 * is that type. Of a name that lists alternatives, the first that is a type of ours counts; `KHAC` where none is.
 */
export function typeOfComponent(
  component: { readonly code: string; readonly name: string },
  types: Readonly<Record<string, PaperType>> = {},
): PaperType {
  const { code, name } = component;
  if (Object.hasOwn(types, code)) return types[code]!;
  if (PAPER_TYPES.some(({ type }) => type === code)) return code;
  const alternatives = name.split(ALTERNATIVE).map(bareName).filter(Boolean);
  for (const alternative of [bareName(name), ...alternatives]) {
    const type = bestType(alternative);
    if (type !== UNKNOWN_PAPER_TYPE) return type;
  }
  return UNKNOWN_PAPER_TYPE;
}

function bareName(name: string): string {
  return name.replace(LIST_MARK, '').replace(COUNT, '').replace(MANNER, '').trim();
}

/** Other papers compete: `Giấy chứng nhận kết hôn` is near to several of ours and none of them. */
function bestType(name: string): PaperType {
  const line = lineOf(name);
  let best: { type: PaperType; weight: number } | null = null;
  for (const { type, headings } of [...HOUSE, ...OTHERS]) {
    for (const heading of headings) {
      const weight = findHeading(heading, [line], [0])?.weight ?? 0;
      if (weight > (best?.weight ?? 0)) best = { type, weight };
    }
  }
  return best?.type ?? UNKNOWN_PAPER_TYPE;
}

/** In capitals: behind a heading, running text in small letters would make it a mention. */
function lineOf(name: string): PageLine {
  const text = name.toUpperCase();
  return { text, ...squeezeWords(text.split(/\s+/)), top: 0, bottom: 0, isHeading: true };
}
