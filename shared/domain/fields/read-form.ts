/** Reads a form: each value stands behind its label, up to the next label or the end of its row, or on the next row. */

import { isMostlyCapitals } from '../page-lines.ts';
import { shareRow } from '../reading/line-segments.ts';
import type { CompiledForm, Meaning } from './compile-form.ts';
import type { FieldRule } from './field-rule.ts';
import { type FoundLabel, findFormLabels, isRowHead } from './find-labels.ts';
import { GRAMMARS, isFreeText, runsOn } from './grammars/index.ts';
import type { Reading } from './grammars/reading.ts';
import { PageRows } from './page-rows.ts';
import { fieldFrom, type ReadField } from './read-field.ts';
import { type Row, type Token, textOf, trimValue } from './tokens.ts';
import { withoutLeaders } from './without-leaders.ts';
import { withoutTranslation } from './without-translation.ts';

const MOST_ROWS = 3;
const WORDS_THAT_TELL = 3;
const MOST_NAME_WORDS = 6;
/** Text without a colon before it may just be a sentence in which the words of a label occur. */
const UNMARKED = 0.6;
/** A figure behind a label without a colon may be another's. */
const BARE = 0.75;

/** At most one field per name: the best read of the places that say it, the first among equals. */
export function readForm(rows: readonly Row[], form: CompiledForm): ReadField[] {
  return new FormReader(rows, form).read();
}

class FormReader {
  readonly #rows: readonly Row[];
  readonly #form: CompiledForm;
  readonly #page: PageRows;
  readonly #found: ReadonlyMap<Row, readonly FoundLabel[]>;
  readonly #fields = new Map<string, ReadField>();
  readonly #seen = new Map<string, Row>();
  #part = 0;

  constructor(rows: readonly Row[], form: CompiledForm) {
    this.#rows = rows;
    this.#form = form;
    this.#page = new PageRows(rows);
    this.#found = new Map(
      rows.map((row) => [row, findFormLabels(row, form.labels).filter((found) => this.#isLabel(row, found))]),
    );
  }

  read(): ReadField[] {
    for (const row of this.#rows) {
      for (const found of this.#found.get(row)!) this.#take(row, found);
    }
    for (const reader of this.#form.readers) {
      for (const field of reader(this.#rows)) this.#keep(field);
    }
    return [...this.#fields.values()].map((field) => this.#withSignatures(field));
  }

  /** A name that stands alone on rows of its own, as under a signature, bears out the one on the form. */
  #withSignatures(field: ReadField): ReadField {
    if (field.grammar !== 'personName') return field;
    const letters = field.value.toLowerCase();
    const signatures = this.#rows.filter(
      ({ tokens, pageId, box }) =>
        tokens.length <= MOST_NAME_WORDS &&
        trimValue(textOf(tokens)).toLowerCase() === letters &&
        !(pageId === field.pageId && field.box !== null && shareRow(box, field.box) > 0),
    );
    return { ...field, witnesses: field.witnesses + signatures.length };
  }

  #take(row: Row, found: FoundLabel): void {
    const meaning = this.#form.meanings.get(found.label)!;
    const isHead = isRowHead(row, found.from);
    if (meaning.opens !== null && isHead) this.#part = meaning.opens;
    for (const rule of this.#rulesFor(meaning, row)) {
      const reading = this.#valueBehind(row, found, rule);
      if (reading === null) {
        // What opens a part may bear its first value, or merely stand above it: `BÊN THUÊ (BÊN B):`.
        if (meaning.opens !== null && this.#seen.get(rule.name) === row) this.#seen.delete(rule.name);
        continue;
      }
      const isMarked = found.hasColon || !isFreeText(rule.grammar);
      const cleanness = 1 - found.errors / found.label.letters;
      // A drawing numbers the neighbours' parcels, too: `Thửa 18`.
      const isBare = rule.grammar === 'count' && !found.hasColon;
      const marking = isBare ? BARE : isMarked || isHead ? 1 : UNMARKED;
      this.#keep(fieldFrom(rule.name, rule.grammar, reading, marking * cleanness));
    }
  }

  /** Within a row and without a colon only what reads on as the label wants is one: `cấp ngày 15/04/2021`. */
  #isLabel(row: Row, { label, from, to, hasColon }: FoundLabel): boolean {
    if (hasColon) return true;
    // `TÌNH TRẠNG HÔN NHÂN` on the second row of a title is no label; headings of parts are.
    const isTitle = to >= row.tokens.length && isMostlyCapitals(textOf(row.tokens));
    if (isRowHead(row, from)) return !isTitle || this.#form.meanings.get(label)!.opens !== null;
    const behind = to < row.tokens.length ? row.tokens.slice(to) : (this.#page.below(row)?.tokens ?? []);
    const next = withoutLeaders(behind.slice(0, WORDS_THAT_TELL));
    return this.#form.meanings
      .get(label)!
      .fields.some(
        ({ rule }) => !isFreeText(rule.grammar) && next.length > 0 && GRAMMARS[rule.grammar](next) !== null,
      );
  }

  #keep(field: ReadField): void {
    const kept = this.#fields.get(field.name);
    if (!kept || merit(field) > merit(kept) + 0.2) this.#fields.set(field.name, field);
  }

  /**
   * The label's fields here. A label that the part has had already, or does not know, tells that a later part has
   * begun whose own beginning was not recognised.
   */
  #rulesFor({ fields }: Meaning, row: Row): FieldRule[] {
    const anywhere = fields.filter(({ part }) => part === null);
    const inParts = fields.filter(({ part }) => part !== null);
    if (inParts.length > 0) {
      const isNew = ({ rule }: { rule: FieldRule }) => (this.#seen.get(rule.name) ?? row) === row;
      const here = inParts.filter(({ part }) => part === this.#part);
      const later = inParts.find((each) => each.part! > this.#part && isNew(each));
      if (here.length === 0 || (!here.some(isNew) && later)) {
        const other = later ?? inParts.find(isNew);
        if (!other) return anywhere.map(({ rule }) => rule);
        if (other.part! > this.#part) this.#part = other.part!;
        return this.#see(
          inParts.filter(({ part }) => part === other.part),
          row,
        );
      }
      return this.#see([...here, ...anywhere], row);
    }
    return this.#see(anywhere, row);
  }

  #see(fields: readonly { readonly rule: FieldRule }[], row: Row): FieldRule[] {
    for (const { rule } of fields) if (!this.#seen.has(rule.name)) this.#seen.set(rule.name, row);
    return fields.map(({ rule }) => rule);
  }

  #valueBehind(row: Row, found: FoundLabel, rule: FieldRule): Reading | null {
    const grammar = GRAMMARS[rule.grammar];
    const next = this.#found.get(row)!.find(({ from }) => from >= found.to);
    const behind = row.tokens.slice(found.to, next?.from);
    const own = this.#form.isBilingual ? withoutTranslation(behind) : behind;
    if (next !== undefined) return own.length === 0 ? null : grammar(withoutLeaders(own));
    const isText = isFreeText(rule.grammar);
    const parts: Token[] = [...own];
    let last = row;
    let isBlock = false;
    for (let taken = 0; taken < MOST_ROWS; taken++) {
      if (!isText) {
        const reading = parts.length === 0 ? null : grammar(withoutLeaders(parts));
        if (reading !== null) return reading;
      }
      const more = this.#rowBehind(last, parts, isText, isBlock);
      if (more === null || !(parts.length === 0 || runsOn(rule.grammar))) break;
      isBlock ||= parts.length === 0;
      parts.push(...more.tokens.slice(0, this.#found.get(more)![0]?.from));
      last = more;
    }
    return parts.length === 0 ? null : grammar(withoutLeaders(parts));
  }

  #rowBehind(row: Row, parts: readonly Token[], isText: boolean, isBlock: boolean): Row | null {
    const candidates =
      parts.length === 0
        ? [this.#page.beside(row), this.#page.below(row)]
        : isText
          ? [isBlock ? this.#page.nextOfBlock(row) : this.#page.continuation(row, parts.at(-1)!)]
          : [this.#page.beside(row), this.#page.below(row)];
    return candidates.find((candidate) => candidate !== null && !this.#startsWithLabel(candidate)) ?? null;
  }

  #startsWithLabel(row: Row): boolean {
    const [first] = this.#found.get(row)!;
    if (first !== undefined && isRowHead(row, first.from)) return true;
    return row.tokens.slice(0, 6).some(({ text }) => /\p{L}:$/u.test(text));
  }
}

function merit({ fit, labelled, legibility }: ReadField): number {
  return fit + labelled + legibility / 100;
}
