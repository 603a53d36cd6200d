/** A dossier (hồ sơ) as digitized so far: its papers, findings, verdict and files, revision by revision. */
import type { Finding, Verdict } from './finding.ts';
import type { BatchId, DossierId, FileId, PageId, PaperId } from './ids.ts';
import type { Manifest } from './manifest.ts';
import type { MissingComponent, Paper, PaperType, SkippedComponent, TypedPage } from './paper.ts';

/**
 * `assembling`: files are being made. `digitized`: the event has been raised.
 * `awaiting-rescan`: files are there, the event waits for a better scan.
 * `unassigned`: nobody knows which dossier these papers belong to; kept until a person says.
 * `emptied`: was `unassigned` until a person said where its papers belong.
 * `withdrawn`: the citizen took it back; everything is kept, nothing hangs on the record.
 */
export type DossierState =
  | 'assembling'
  | 'digitized'
  | 'awaiting-rescan'
  | 'unassigned'
  | 'emptied'
  | 'withdrawn';

/** `due`: not made yet. `assembled`: durable. A superseded file is kept and listed, never deleted. */
export type FileState = 'due' | 'assembled';

export interface DossierFile {
  readonly fileId: FileId;
  /** `paper`: one paper. `component`: all papers of one component, where there are several: portals take one file. */
  readonly role: 'paper' | 'component';
  readonly paperIds: readonly PaperId[];
  readonly type: PaperType;
  readonly name: string;
  readonly componentCode: string | null;
  readonly pageIds: readonly PageId[];
  /** Passed on byte for byte. */
  readonly signed: boolean;
  /** Came as a digital file: not converted from paper. */
  readonly bornDigital?: true;
  /** Revision that asked for it. */
  readonly revision: number;
  /** Hash over everything that the file is made from: equal means the file need not be made again. */
  readonly recipe: string;
  readonly state: FileState;
  readonly supersededInRevision?: number;
  readonly objectKey?: string;
  /** ISO 8601 instant from which the bytes are no longer kept here. */
  readonly removedAt?: string;
  readonly sha256?: string;
  readonly bytes?: number;
  readonly pageCount?: number;
}

export interface Dossier {
  readonly kind: 'dossier';
  readonly version: number;
  readonly dossierId: DossierId;
  readonly dossierCode: string | null;
  readonly manifest: Manifest;
  readonly batchIds: readonly BatchId[];
  readonly revision: number;
  readonly state: DossierState;
  readonly papers: readonly Paper[];
  /** Every page in order, sheets included. */
  readonly pages: readonly TypedPage[];
  readonly findings: readonly Finding[];
  readonly missing: readonly MissingComponent[];
  /** Listed and not to be digitised; absent on records from before anybody asked. */
  readonly skipped?: readonly SkippedComponent[];
  readonly verdict: Verdict;
  readonly files: readonly DossierFile[];
  /** Hash over what validation saw: the same pages again open no new revision. */
  readonly basis: string;
  /** ISO 8601 instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export function currentFiles(dossier: Pick<Dossier, 'files'>): DossierFile[] {
  return dossier.files.filter((file) => file.supersededInRevision === undefined);
}

/**
 * The one file per component that a portal takes: the component's own file where it has several papers,
 * else its paper's. A signed paper is never merged, so it stands beside.
 */
export function filesToAttach(dossier: Pick<Dossier, 'files'>): DossierFile[] {
  const current = currentFiles(dossier);
  const merged = new Set(
    current.filter((file) => file.role === 'component').flatMap((file) => file.paperIds),
  );
  return current.filter((file) => file.role === 'component' || !file.paperIds.some((id) => merged.has(id)));
}
