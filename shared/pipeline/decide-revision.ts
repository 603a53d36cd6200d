/** What a dossier is in its next revision: a pure function of the evidence, what people did, and what was known. */
import { answerFindings } from '../domain/apply-answers.ts';
import type { Batch } from '../domain/batch.ts';
import { repairDossierCode } from '../domain/codes/dossier-code.ts';
import type { ConversionMark } from '../domain/conversion-mark.ts';
import { type Corrections, withdrawalOf } from '../domain/corrections.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { Finding } from '../domain/finding.ts';
import type { DossierId } from '../domain/ids.ts';
import { EMPTY_MANIFEST, type Manifest } from '../domain/manifest.ts';
import { validateDossier } from '../domain/validate-dossier.ts';
import { verdictOn } from '../domain/verdict.ts';
import { vietnamDate } from '../domain/vietnam-time.ts';
import { decideFiles } from './decide-files.ts';
import type { Evidence } from './gather-evidence.ts';
import { sha256OfData } from './hash.ts';
import { knowledgeOf, type ProcedureCatalogue } from './procedure-catalogue.ts';

export interface DecidingHouse {
  readonly now: Date;
  readonly catalogue: ProcedureCatalogue | null;
  readonly resultCodeTemplate: string;
  readonly conversionMark: ConversionMark;
}

/** Null when nothing that matters has changed since the last revision. */
export function decideRevision(
  dossierId: DossierId,
  known: Dossier | null,
  evidence: Evidence,
  corrections: Corrections | null,
  house: DecidingHouse,
): Dossier | null {
  const { names } = evidence;
  const { now, conversionMark } = house;
  const withdrawn = withdrawalOf(corrections)?.actId;
  const manifest = manifestFor(names, evidence.batches);
  const decision = validateDossier({
    dossierCode: names.dossierCode,
    manifest,
    pages: evidence.pages,
    today: vietnamDate(now),
    corrections,
    procedure: knowledgeOf(house.catalogue, manifest.procedureCode),
    resultCodeTemplate: house.resultCodeTemplate,
  });
  const findings = [...answerFindings(fileFindings(evidence), [], corrections), ...decision.findings];
  const basis = sha256OfData({
    manifest,
    decision,
    findings,
    texts: evidence.pages.map((page) => page.text),
    withdrawn,
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
    state: withdrawn === undefined ? 'assembling' : 'withdrawn',
    papers: decision.papers,
    pages: decision.pages,
    findings,
    missing: decision.missing,
    skipped: decision.skipped,
    verdict: verdictOn(findings),
    // What is withdrawn is kept as it was: nothing is made of it any more.
    files:
      withdrawn === undefined
        ? decideFiles({
            dossierId,
            revision,
            manifest,
            decision,
            pages: evidence.pages,
            known,
            conversionMark,
          })
        : (known?.files ?? []),
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
