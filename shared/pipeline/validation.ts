/** Validation: the pages of a settled batch become dossiers with papers, findings and a verdict; changed files fall due. */
import type { Batch, Scan } from '../domain/batch.ts';
import { repairDossierCode } from '../domain/codes/dossier-code.ts';
import { currentFiles, type Dossier } from '../domain/dossier.ts';
import type { Finding, Verdict } from '../domain/finding.ts';
import type { BatchId, DossierId } from '../domain/ids.ts';
import { EMPTY_MANIFEST, type Manifest } from '../domain/manifest.ts';
import type { Message } from '../domain/message.ts';
import type { PageFacts } from '../domain/page.ts';
import type { DossierPart } from '../domain/split-by-dossier.ts';
import { validateDossier } from '../domain/validate-dossier.ts';
import { vietnamDate } from '../domain/vietnam-time.ts';
import { MAX_WRITES } from '../ports/dossier-repository.ts';
import { announceIfAssembled } from './assembly.ts';
import { decideFiles } from './decide-files.ts';
import { sha256OfData } from './hash.ts';
import { dossierSaved } from './indexing.ts';
import { type BatchContents, dossierIdOf, loadBatch } from './load-dossier-parts.ts';
import { readBody, workMessage } from './messages.ts';
import { type Office, type Step, settleConflicts } from './step.ts';

/**
 * Takes `batch-settled`: every dossier that the batch has pages of, or had until a correction, is validated over all
 * of its batches.
 */
export const validation: Step = async (work, office) => {
  const { batchId } = readBody('batch-settled', work.message);
  const contents = await loadBatch(office, batchId);
  if (contents?.batch.state !== 'settled') return;
  const dossierIds = contents.parts.map((part) => dossierIdOf(part, batchId));
  for (const dossierId of new Set([...dossierIds, ...contents.batch.dossierIds])) {
    await reviseDossier(office, dossierId, contents, work.message);
  }
  await noteDossiers(office, batchId, dossierIds);
};

async function reviseDossier(
  office: Office,
  dossierId: DossierId,
  contents: BatchContents,
  cause: Message,
): Promise<void> {
  const dossier = await settleConflicts(async () => {
    const known = await office.repository.dossier(dossierId);
    const evidence = await gatherEvidence(office, dossierId, known, contents);
    const revised = decideRevision(dossierId, known, evidence, office.clock.now());
    if (!revised) return known!;
    await office.repository.commit([revised], [dossierSaved(office, revised, cause)]);
    return { ...revised, version: revised.version + 1 };
  });
  await orderFiles(office, dossier, cause);
  await announceIfAssembled(office, dossierId, cause);
}

interface Evidence {
  readonly names: Pick<DossierPart, 'dossierCode' | 'procedureCode' | 'postalItemId'>;
  /** Those that have pages of the dossier; none when a correction moved all of them elsewhere. */
  readonly batches: readonly Batch[];
  readonly scans: readonly Scan[];
  readonly pages: readonly PageFacts[];
}

/** The dossier's pages over all of its batches, oldest batch first. */
async function gatherEvidence(
  office: Office,
  dossierId: DossierId,
  known: Dossier | null,
  latest: BatchContents,
): Promise<Evidence> {
  const others = (known?.batchIds ?? []).filter((batchId) => batchId !== latest.batch.batchId);
  const loaded = await Promise.all(others.map((batchId) => loadBatch(office, batchId)));
  const pieces = [...loaded, latest].flatMap((contents) => {
    const part = contents?.parts.find((one) => dossierIdOf(one, contents.batch.batchId) === dossierId);
    return contents && part ? [{ contents, part }] : [];
  });
  pieces.sort((a, b) => (a.contents.batch.openedAt < b.contents.batch.openedAt ? -1 : 1));
  return {
    names: pieces.at(-1)?.part ?? {
      dossierCode: known?.dossierCode ?? null,
      procedureCode: null,
      postalItemId: null,
    },
    batches: pieces.map((piece) => piece.contents.batch),
    scans: pieces.flatMap((piece) => scansBehind(piece.part, piece.contents)),
    pages: pieces.flatMap((piece) => piece.part.pages),
  };
}

/** A refused scan has no pages; it counts for the batch's first dossier, the one on the manifest. */
function scansBehind(part: DossierPart, contents: BatchContents): Scan[] {
  const own = new Set(part.pages.map((page) => page.scanId));
  const isFirst = part === contents.parts[0];
  return contents.scans.filter((scan) => own.has(scan.scanId) || (isFirst && scan.state === 'rejected'));
}

/** Null when nothing that matters has changed since the last revision. */
function decideRevision(
  dossierId: DossierId,
  known: Dossier | null,
  evidence: Evidence,
  now: Date,
): Dossier | null {
  const { names } = evidence;
  const manifest = manifestFor(names, evidence.batches);
  const decision = validateDossier({
    dossierCode: names.dossierCode,
    manifest,
    pages: evidence.pages,
    today: vietnamDate(now),
  });
  const findings = [...fileFindings(evidence), ...decision.findings];
  const verdict = worse(decision.verdict, verdictOfFiles(evidence.scans));
  const basis = sha256OfData({
    manifest,
    decision,
    findings,
    texts: evidence.pages.map((page) => page.text),
  });
  if (known?.basis === basis) return null;
  const revision = (known?.revision ?? 0) + 1;
  return {
    kind: 'dossier',
    version: known?.version ?? 0,
    dossierId,
    dossierCode: names.dossierCode,
    manifest,
    batchIds: evidence.batches.map((batch) => batch.batchId),
    revision,
    state: 'assembling',
    papers: decision.papers,
    pages: decision.pages,
    findings,
    missing: decision.missing,
    verdict,
    files: decideFiles({ dossierId, revision, manifest, decision, pages: evidence.pages, known }),
    basis,
    createdAt: known?.createdAt ?? now.toISOString(),
    updatedAt: now.toISOString(),
  };
}

/** What the counter declared for this dossier; a cover of another dossier in the stack declares only its codes. */
function manifestFor(names: Evidence['names'], batches: readonly Batch[]): Manifest {
  const declared = batches
    .map((batch) => batch.manifest)
    .filter(
      (manifest): manifest is Manifest => manifest !== null && declaredCode(manifest) === names.dossierCode,
    );
  const fullest = declared.findLast((manifest) => manifest.expectedDocuments.length > 0) ?? declared.at(-1);
  if (fullest) return fullest;
  return {
    ...EMPTY_MANIFEST,
    ...(names.dossierCode === null ? {} : { dossierCode: names.dossierCode }),
    ...(names.procedureCode === null ? {} : { procedureCode: names.procedureCode }),
    ...(names.postalItemId === null ? {} : { postalItemId: names.postalItemId }),
  };
}

/** As the record writes it: clerks type blanks, small letters and O for 0. */
function declaredCode(manifest: Manifest): string | null {
  return repairDossierCode(manifest.dossierCode ?? '')?.code ?? null;
}

function fileFindings({ batches, scans }: Evidence): Finding[] {
  const aboutManifests = batches
    .filter((batch) => batch.manifestProblem !== undefined)
    .map(
      (batch): Finding => ({
        code: 'MANIFEST_INVALID',
        severity: 'warning',
        message: batch.manifestProblem!,
      }),
    );
  const aboutScans = scans.flatMap(({ scanId, rejection, warnings }): Finding[] => [
    ...(rejection
      ? [
          {
            code: 'SCAN_REJECTED',
            severity: 'error',
            scanId,
            message: rejection.message,
            detail: { reason: rejection.code },
          } as const,
        ]
      : []),
    ...warnings.map(
      ({ code, message }) =>
        ({ code: 'SCAN_WARNING', severity: 'warning', scanId, message, detail: { reason: code } }) as const,
    ),
  ]);
  return [...aboutManifests, ...aboutScans];
}

function verdictOfFiles(scans: readonly Scan[]): Verdict {
  if (scans.some((scan) => scan.state === 'rejected')) return 'rescan';
  return scans.some((scan) => scan.warnings.length > 0) ? 'needs-review' : 'clean';
}

function worse(a: Verdict, b: Verdict): Verdict {
  const order: readonly Verdict[] = ['clean', 'needs-review', 'rescan'];
  return order[Math.max(order.indexOf(a), order.indexOf(b))]!;
}

/** Said again at every delivery: the ids are stable, so files already ordered are not ordered twice. */
async function orderFiles(office: Office, dossier: Dossier, cause: Message): Promise<void> {
  const { dossierId, dossierCode } = dossier;
  const orders = currentFiles(dossier)
    .filter((file) => file.state === 'due')
    .map(({ fileId }) =>
      workMessage(
        'file-due',
        { dossierId, fileId },
        { subject: fileId, at: office.clock.now(), cause: cause.id, dossierCode },
      ),
    );
  for (let from = 0; from < orders.length; from += MAX_WRITES) {
    await office.repository.commit([], orders.slice(from, from + MAX_WRITES));
  }
}

async function noteDossiers(
  office: Office,
  batchId: BatchId,
  dossierIds: readonly DossierId[],
): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(batchId);
    if (!batch || batch.dossierIds.join() === dossierIds.join()) return;
    await office.repository.commit([{ ...batch, dossierIds }], []);
  });
}
