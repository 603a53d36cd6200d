/** Reads the fields of all papers of a dossier, and lets them correct and confirm one another. */
import type { PageGroup, ReadPage } from '../group-pages.ts';
import type { Manifest } from '../manifest.ts';
import { firstScans, lastScans } from '../page-sequence.ts';
import type { PaperField, PaperType } from '../paper.ts';
import type { CompiledForm } from './compile-form.ts';
import { confidenceOf } from './confidence.ts';
import { countWitnesses } from './count-witnesses.ts';
import { type KnownPerson, knownPeople } from './known-people.ts';
import type { PaperReading } from './paper-reading.ts';
import type { ReadField } from './read-field.ts';
import { readPaper } from './read-paper.ts';
import { settlePeople } from './settle-people.ts';
import { settleSpelling } from './settle-spelling.ts';

interface PaperToRead extends Pick<PageGroup, 'type' | 'pages'> {
  readonly form: CompiledForm | null;
}

/** Fields of each paper, in its order. */
export function readDossier(
  papers: readonly PaperToRead[],
  manifest: Manifest,
  dossierCode: string | null,
): PaperField[][] {
  const pages: ReadPage[] = papers.flatMap((paper) => paper.pages);
  const known = knownPeople(pages, manifest.declaredApplicant);
  const read = papers.map(
    ({ type, pages: own, form }): PaperReading => ({ type, fields: readScans(type, own, form) }),
  );
  const spelled = settleSpelling(read, trustedTexts(manifest, known));
  const settled = countWitnesses(settlePeople(spelled, known), dossierCode === null ? [] : [dossierCode]);
  return settled.map(({ fields }) =>
    fields.map((field) => {
      const { name, value, source, pageId, box } = field;
      return { name, value, confidence: confidenceOf(field), source, pageId, box };
    }),
  );
}

/** A sheet scanned twice would begin the form's parts anew: its second scan is asked for what the first does not say. */
function readScans(type: PaperType, pages: readonly ReadPage[], form: CompiledForm | null): ReadField[] {
  const first = firstScans(pages);
  const fields = readPaper(type, first, form);
  if (first.length === pages.length) return fields;
  const again = readPaper(type, lastScans(pages), form);
  return [...fields, ...again.filter(({ name }) => !fields.some((field) => field.name === name))];
}

function trustedTexts(manifest: Manifest, known: readonly KnownPerson[]): string[] {
  return [
    ...known.flatMap(({ addresses }) => addresses),
    ...manifest.expectedDocuments.map(({ name }) => name),
    ...(manifest.procedureName ? [manifest.procedureName] : []),
  ].filter((text) => text !== '');
}
