/** How the fields of a type of paper are found: data that the files of the paper types fill in. */
import type { GrammarName } from './grammars/index.ts';
import type { ReadField } from './read-field.ts';
import type { Row } from './tokens.ts';

export interface FieldRule {
  /** The name under which the field is reported, e.g. `me.hoTen`. */
  readonly name: string;
  /** What the form prints before the value, in plain Vietnamese; compared without tone marks, blanks and case. */
  readonly labels: readonly string[];
  readonly grammar: GrammarName;
}

/** A part of a form in which labels have a meaning of their own: the same `Nơi cư trú` is the mother's, then the father's. */
export interface FormPart {
  /** Wordings at the head of a row with which the part begins; the first part begins with the paper. */
  readonly opens: readonly string[];
  readonly fields: readonly FieldRule[];
}

/** What no label tells: rows of tables, signatures, drawings. */
export type FieldReader = (rows: readonly Row[]) => ReadField[];

export interface PaperForm {
  /** Labels that mean the same wherever they stand. */
  readonly anywhere?: readonly FieldRule[];
  /** In the order of the usual form; other orders are read as well. */
  readonly parts?: readonly FormPart[];
  readonly readers?: readonly FieldReader[];
  /** Without these the paper cannot be used: a person looks where one was not read. */
  readonly required?: readonly string[];
  /** Of whom the applicant must be one, by the prefix of their fields; the first is who it usually is. */
  readonly applicant?: readonly string[];
  /** Labels are printed in English as well, behind a stroke. */
  readonly bilingual?: boolean;
}
