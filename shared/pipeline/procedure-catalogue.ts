/** The province's procedure catalogue: each import is a version kept for ever, a small pointer says which is in force. */
import type { PaperType } from '../domain/paper.ts';
import { findProcedureIn, type Procedure, type ProcedureKnowledge } from '../domain/procedure.ts';
import { type ImportProblem, readProcedures } from '../domain/procedure-import.ts';
import { DigitizationError } from '../errors/digitization-error.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import { decodeJson, encodeJson } from './json-bytes.ts';
import { catalogueKeyOf, catalogueVersionKeyOf } from './object-keys.ts';
import type { Office } from './step.ts';

export interface ProcedureCatalogue {
  /** From 1. */
  readonly version: number;
  /** ISO 8601 instant. */
  readonly importedAt: string;
  /** Ships with the system to try it out: it says nothing of procedures that it does not list. */
  readonly isSample: boolean;
  /** MAGIAYTO to paper type, where the province says it itself. */
  readonly types: Readonly<Record<string, PaperType>>;
  /** In the order of their codes. */
  readonly procedures: readonly Procedure[];
}

export interface CatalogueImport {
  /** `true` for a catalogue to try the system out; the first real import replaces it. */
  readonly isSample?: boolean;
  /** Only what is imported stays; otherwise procedures not in the file stay as they are. */
  readonly replace?: boolean;
  readonly types?: Readonly<Record<string, PaperType>>;
}

export type ImportOutcome =
  | { readonly catalogue: ProcedureCatalogue; readonly imported: number; readonly problems: readonly [] }
  | { readonly catalogue: null; readonly imported: 0; readonly problems: readonly ImportProblem[] };

/** With a problem anywhere nothing is changed. The same content again makes no new version. */
export async function importCatalogue(
  office: Pick<Office, 'store' | 'clock'>,
  json: unknown,
  { isSample = false, replace = false, types = {} }: CatalogueImport = {},
): Promise<ImportOutcome> {
  for (;;) {
    const current = await loadCatalogue(office);
    const base = current && !replace && !(current.isSample && !isSample) ? current : null;
    const known = { ...base?.types, ...types };
    const read = readProcedures(json, known);
    if (read.problems.length > 0) return { catalogue: null, imported: 0, problems: read.problems };
    const merged = new Map(
      [...(base?.procedures ?? []), ...read.procedures].map((one) => [one.code, one] as const),
    );
    const content = {
      isSample,
      types: known,
      procedures: [...merged.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
    };
    const imported = read.procedures.length;
    if (current && isSame(current, content)) return { catalogue: current, imported, problems: [] };
    const catalogue = {
      version: (current?.version ?? 0) + 1,
      importedAt: office.clock.now().toISOString(),
      ...content,
    };
    if (await keepVersion(office.store, catalogue)) return { catalogue, imported, problems: [] };
  }
}

/** Null before the first import. */
export async function loadCatalogue({ store }: Pick<Office, 'store'>): Promise<ProcedureCatalogue | null> {
  const version = await newestVersion(store);
  if (version === 0) return null;
  const cached = loaded.get(store);
  if (cached?.version === version) return cached;
  const catalogue = decodeJson<ProcedureCatalogue>(await store.get(catalogueVersionKeyOf(version)));
  loaded.set(store, catalogue);
  return catalogue;
}

/** The pointer is a hint that may lag behind or fall back when two imports cross; the versions are the truth. */
async function newestVersion(store: ObjectStore): Promise<number> {
  const isPointed = (await store.size(catalogueKeyOf())) !== null;
  let version = isPointed ? decodeJson<{ version: number }>(await store.get(catalogueKeyOf())).version : 0;
  while ((await store.size(catalogueVersionKeyOf(version + 1))) !== null) version++;
  return version;
}

/** Versions never change, so one that was read stands. */
const loaded = new WeakMap<ObjectStore, ProcedureCatalogue>();

export function findProcedure(catalogue: ProcedureCatalogue | null, code: string): Procedure | null {
  return catalogue === null ? null : findProcedureIn(catalogue.procedures, code);
}

/** What validation may know of the procedure: a sample catalogue calls nothing unknown. */
export function knowledgeOf(
  catalogue: ProcedureCatalogue | null,
  code: string | undefined,
): ProcedureKnowledge {
  if (catalogue === null || !code) return null;
  return findProcedure(catalogue, code) ?? (catalogue.isSample ? null : 'unknown');
}

function isSame(
  { isSample, types, procedures }: ProcedureCatalogue,
  content: Omit<ProcedureCatalogue, 'version' | 'importedAt'>,
): boolean {
  return JSON.stringify({ isSample, types, procedures }) === JSON.stringify(content);
}

/** False when another import took the number first. */
async function keepVersion(store: ObjectStore, catalogue: ProcedureCatalogue): Promise<boolean> {
  const { version } = catalogue;
  try {
    await store.putOnce(catalogueVersionKeyOf(version), encodeJson(catalogue));
  } catch (error) {
    if (error instanceof DigitizationError && error.code === 'object-exists') return false;
    throw error;
  }
  await store.put(catalogueKeyOf(), encodeJson({ version }));
  return true;
}
