/** How a type of paper announces itself: data that the files beside this one fill in. */
import type { PaperForm } from '../fields/field-rule.ts';
import type { PaperType } from '../paper.ts';
import type { MetadataNames } from '../paper-metadata.ts';

export interface PaperTypeRule {
  readonly type: PaperType;
  /** Vietnamese name where the procedure's list has none. */
  readonly name: string;
  /**
   * Headings that name the type alone, in plain Vietnamese; `…` stands for other words between. Compared without
   * tone marks, case and blanks, and with a quarter of the letters misread.
   */
  readonly titles: readonly string[];
  /** What procedures' lists call such a paper where that is no heading of it. */
  readonly listedAs?: readonly string[];
  /** Headings that other papers share: they count together with two of the marks. */
  readonly openings?: readonly string[];
  /** Phrases that such papers print on any of their pages: for pages whose heading is lost, and for following pages. */
  readonly marks: readonly string[];
  /** The type takes in papers of many headings, also such as nobody has listed. */
  readonly isCatchAll?: boolean;
  /** False where a page without a heading never belongs to such a paper (cards). */
  readonly continues?: boolean;
  /** Where its minimum data stand, if not under the usual names. */
  readonly metadata?: MetadataNames;
  /** What such papers say, and behind which labels; absent where only number, date, issuer and abstract are read. */
  readonly form?: PaperForm;
}
