/** Paper types made ready for matching: done once for the house's own, once per dossier for those on its list. */
import { compilePhrases, type Phrase } from '../approximate-match.ts';
import { type CompiledForm, compileForm } from '../fields/compile-form.ts';
import { compileHeading, type Heading } from '../heading-match.ts';
import type { Manifest } from '../manifest.ts';
import { type PaperType, UNKNOWN_PAPER_TYPE } from '../paper.ts';
import type { MetadataNames } from '../paper-metadata.ts';
import { PAPER_TYPES, typesOnList } from './index.ts';
import { OTHER_PAPERS } from './other-papers.ts';
import type { PaperTypeRule } from './paper-type-rule.ts';

export interface CompiledType {
  readonly type: PaperType;
  readonly name: string;
  readonly continues: boolean;
  readonly isCatchAll: boolean;
  readonly titles: readonly Heading[];
  readonly openings: readonly Heading[];
  readonly marks: readonly (readonly Phrase[])[];
  readonly metadata: MetadataNames;
  /** Prefixes of the persons of whom the paper's owner is one. */
  readonly owners: readonly string[];
  /** Null where the type says nothing of its fields. */
  readonly form: CompiledForm | null;
}

/** In order of precedence: the dossier's list knows best what its papers are called. */
export type Catalogue = readonly CompiledType[];

function compileType({
  type,
  name,
  titles,
  openings,
  marks,
  continues,
  isCatchAll,
  metadata,
  form,
}: PaperTypeRule): CompiledType {
  return {
    type,
    name,
    continues: continues ?? true,
    isCatchAll: isCatchAll ?? false,
    titles: titles.map(compileHeading),
    openings: (openings ?? []).map(compileHeading),
    marks: marks.map(compilePhrases),
    metadata: metadata ?? {},
    owners: form?.applicant ?? [''],
    form: form === undefined ? null : compileForm(form),
  };
}

const house = PAPER_TYPES.map(compileType);
const others = OTHER_PAPERS.map((name) =>
  compileType({ type: UNKNOWN_PAPER_TYPE, name, titles: [name], marks: [] }),
);

export function catalogueFor(manifest: Pick<Manifest, 'expectedDocuments'>): Catalogue {
  return [...typesOnList(manifest.expectedDocuments).map(compileType), ...house, ...others];
}
