/** Which papers a dossier should hold: what the counter declared, or else what the procedure's catalogue asks for. */

import { reasonToSkip, type SkipReason } from './decide-digitizing.ts';
import type { ExpectedDocument, Manifest } from './manifest.ts';
import { similarName } from './name-match.ts';
import { type MissingComponent, type PaperType, UNKNOWN_PAPER_TYPE } from './paper.ts';
import { componentsOf, type ProcedureComponent, type ProcedureKnowledge } from './procedure.ts';

export interface ExpectedPaper extends ExpectedDocument {
  /** What the catalogue asks for; null where it knows nothing of this paper. */
  readonly asked: ProcedureComponent | null;
  /** Null: to be digitised. */
  readonly skip: SkipReason | null;
}

interface Grouped {
  readonly type: PaperType;
  readonly name: string | null;
}

/** A declared list narrows the catalogue's; without one the catalogue's stands. */
export function expectPapers(
  manifest: Pick<Manifest, 'expectedDocuments' | 'case'>,
  procedure: ProcedureKnowledge,
): ExpectedPaper[] {
  const components =
    procedure === null || procedure === 'unknown' ? [] : componentsOf(procedure, manifest.case);
  if (manifest.expectedDocuments.length === 0) {
    return components.map(({ code, type, name, required }, index) => ({
      type,
      name,
      required,
      componentCode: code,
      asked: components[index]!,
      skip: null,
    }));
  }
  const free = new Set(components);
  return manifest.expectedDocuments.map((declared) => {
    const asked = componentFor(declared, [...free]);
    if (asked) free.delete(asked);
    const componentCode = declared.componentCode ?? asked?.code;
    return {
      ...declared,
      ...(componentCode === undefined ? {} : { componentCode }),
      asked,
      skip: reasonToSkip(withValidReplacement(declared, asked)),
    };
  });
}

/** A result that the catalogue does not accept in its place replaces nothing. */
function withValidReplacement(
  declared: ExpectedDocument,
  asked: ProcedureComponent | null,
): Parameters<typeof reasonToSkip>[0] {
  const isAccepted = asked === null || asked.replacedBy === declared.replacedBy;
  return isAccepted ? declared : { ...declared, replacedBy: undefined };
}

function componentFor(
  declared: ExpectedDocument,
  components: readonly ProcedureComponent[],
): ProcedureComponent | null {
  const byCode = components.find(({ code }) => code === declared.componentCode);
  if (byCode || declared.componentCode !== undefined) return byCode ?? null;
  const alike = components.filter(({ type }) => type === declared.type);
  if (declared.type !== UNKNOWN_PAPER_TYPE && alike.length === 1) return alike[0]!;
  return (
    similarName(declared.name, alike) ?? (declared.type === UNKNOWN_PAPER_TYPE ? null : (alike[0] ?? null))
  );
}

/**
 * The entry that each paper answers, null where nobody asked for it. Where a list names a type several times, the
 * first paper of the type answers the first entry; further ones the last. Papers of no type of ours answer by name.
 */
export function matchExpected(
  papers: readonly Grouped[],
  expected: readonly ExpectedPaper[],
): (ExpectedPaper | null)[] {
  const ordinals = new Map<string, number>();
  return papers.map(({ type, name }) => {
    const entries = expected.filter(
      (entry) => entry.type === type && (type !== UNKNOWN_PAPER_TYPE || entry.name === name),
    );
    const key = type === UNKNOWN_PAPER_TYPE ? `${type} ${name}` : type;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    return entries[Math.min(ordinal, entries.length - 1)] ?? null;
  });
}

/**
 * Required, to be digitised, and answered by no paper. Entries of one type stand for one paper unless their component
 * codes set them apart.
 */
export function missingPapers(
  papers: readonly Grouped[],
  expected: readonly ExpectedPaper[],
): MissingComponent[] {
  const answered = new Set(matchExpected(papers, expected).flatMap((entry) => (entry ? [keyOf(entry)] : [])));
  const missing = expected.filter(
    (entry) => entry.required && entry.skip === null && !answered.has(keyOf(entry)),
  );
  return missing
    .filter((entry, index) => missing.findIndex((other) => keyOf(other) === keyOf(entry)) === index)
    .map(({ type, name }) => ({ type, name: name || type }));
}

function keyOf({ type, name, componentCode }: ExpectedPaper): string {
  return componentCode ?? (type === UNKNOWN_PAPER_TYPE ? `${type} ${name}` : type);
}
