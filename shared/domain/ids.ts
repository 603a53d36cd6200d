/** Branded ids: ASCII, free of personal data, ours from the first moment; never a message id, never a file name. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One delivery of scans, open until its last scan is in. */
export type BatchId = Branded<'BatchId'>;
/** One delivered file: (batch, position, name, content). */
export type ScanId = Branded<'ScanId'>;
/** One page of a scan; pages count from 1. */
export type PageId = Branded<'PageId'>;
/** The dossier code where one is known and well formed, else `orphan-<batch id>`. */
export type DossierId = Branded<'DossierId'>;
/** A paper of a dossier: its type and its ordinal among the dossier's papers of that type. */
export type PaperId = Branded<'PaperId'>;
/** One assembled file; a changed file is a new id. */
export type FileId = Branded<'FileId'>;
export type MessageId = Branded<'MessageId'>;

const ASCII_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Takes a string for an id where it enters from outside; throws on what could be a path, markup or empty. */
export function parseId<Id extends Branded<string>>(value: string): Id {
  if (!ASCII_ID.test(value) || value.includes('..')) throw new TypeError('not an id');
  return value as Id;
}

/** `pageNumber` counts from 1 inside the scan. */
export function pageIdOf(scanId: ScanId, pageNumber: number): PageId {
  return `${scanId}.p${String(pageNumber).padStart(4, '0')}` as PageId;
}

const FILE_ID = /^(.+)\.r\d+\.\d+$/;

/** `ordinal` counts from 1 among the files wanted by the revision. */
export function fileIdOf(dossierId: DossierId, revision: number, ordinal: number): FileId {
  return `${dossierId}.r${revision}.${String(ordinal).padStart(2, '0')}` as FileId;
}

/** Null when the text is no file id. */
export function dossierIdOfFile(fileId: string): DossierId | null {
  return (FILE_ID.exec(fileId)?.[1] as DossierId | undefined) ?? null;
}

const PART_ID = /^(.+)\.s\d{4}-[0-9a-f]{10}(?:\.p\d+)?$/;

/** The batch that a scan or page was delivered in; null when the text is no such id. */
export function batchIdOfPart(id: ScanId | PageId): BatchId | null {
  return (PART_ID.exec(id)?.[1] as BatchId | undefined) ?? null;
}
