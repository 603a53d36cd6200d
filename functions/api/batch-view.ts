/** A batch as the desk sees it: files, pages with their verdicts, papers that fill up, and what is still missing. */
import { placePages } from '../../shared/domain/arrange-pages.ts';
import { type Batch, officeOfBatch, type Scan } from '../../shared/domain/batch.ts';
import { currentFiles, type Dossier } from '../../shared/domain/dossier.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import type { Page } from '../../shared/domain/page.ts';
import { placeAsDelivered } from '../../shared/domain/page-order.ts';
import { turnFor } from '../../shared/domain/page-plan.ts';
import type { TypedPage } from '../../shared/domain/paper.ts';
import type { BatchPreview } from '../../shared/pipeline/preview.ts';
import type { ApiOffice } from './api-office.ts';
import { type BatchPreviews, markOf } from './batch-preview.ts';
import { judgeForDesk } from './page-verdict.ts';

const PROVISIONAL_LENGTH = 8;

/** Written on the paper until the case system has given the dossier its code. */
export function provisionalCodeOf(batchId: BatchId): string {
  return `TAM-${batchId.replace(/^b-/, '').slice(0, PROVISIONAL_LENGTH).toUpperCase()}`;
}

export function summarizeBatch(batch: Batch) {
  const { batchId, state, manifest, openedAt, createdBy, practice, dossierIds } = batch;
  return {
    batchId,
    state,
    openedAt,
    provisionalCode: provisionalCodeOf(batchId),
    dossierCode: manifest?.dossierCode ?? null,
    procedureName: manifest?.procedureName ?? null,
    applicantName: manifest?.declaredApplicant.name ?? null,
    officeCode: officeOfBatch(batch),
    createdBy: createdBy ?? null,
    practice: practice ?? false,
    dossierIds,
  };
}

/** `latest` waits for a verdict over everything that has been read; without it a moment-old one will do. */
export async function viewBatch(office: ApiOffice, previews: BatchPreviews, batch: Batch, latest = false) {
  const { repository } = office;
  const { batchId } = batch;
  const [scans, pages] = await Promise.all([repository.scansOf(batchId), repository.pagesOf(batchId)]);
  const mark = markOf(batch, scans, pages);
  const preview = await previews.of(batchId, mark, latest);
  const dossiers = await Promise.all(batch.dossierIds.map((id) => repository.dossier(id)));
  return {
    mark,
    ...summarizeBatch(batch),
    manifest: batch.manifest,
    ...(batch.closing ? { closing: batch.closing } : {}),
    scans: scans.map(viewScan),
    pages: viewPages(batch.openedAt, pages, preview),
    dossiers: preview.dossiers.map(({ dossierId, papers, missing, findings, verdict }) => ({
      dossierId,
      papers: papers.map(({ fields: _fields, ...paper }) => paper),
      missing,
      findings,
      verdict,
      ...stateOf(dossiers.find((dossier) => dossier?.dossierId === dossierId) ?? null),
    })),
    progress: { read: pages.filter((page) => page.state !== 'received').length, total: pages.length },
    done: batch.state === 'settled' && dossiers.length > 0 && dossiers.every((dossier) => isDurable(dossier)),
  };
}

function viewScan(scan: Scan) {
  const { scanId, position, name, state, bytes, sha256, pageCount, rejection, warnings, inserted } = scan;
  return {
    scanId,
    position,
    name,
    state,
    bytes,
    sha256,
    pageCount: pageCount ?? null,
    warnings,
    ...(rejection ? { rejection } : {}),
    ...(inserted ? { inserted } : {}),
  };
}

/** Order, drops and pictures’ verdicts are of now; types and findings of the preview. */
function viewPages(openedAt: string, pages: readonly Page[], preview: BatchPreview) {
  const typed = new Map(
    preview.dossiers.flatMap((dossier) => dossier.pages).map((page) => [page.pageId, page]),
  );
  const findings = Map.groupBy(
    preview.dossiers.flatMap((dossier) => dossier.findings).filter((finding) => finding.pageId !== undefined),
    (finding) => finding.pageId!,
  );
  const places = pages.map((page) => ({ facts: page, place: placeAsDelivered(openedAt, page) }));
  const order = new Map(placePages(places).map(({ pageId }, index) => [pageId, index + 1]));
  // A page that was scanned again is left out as soon as the better one is here.
  const replaced = new Set(
    pages.flatMap(({ plan }) => (plan?.replaces && !plan.dropped ? [plan.replaces] : [])),
  );
  return pages
    .map((page) => viewPage(page, typed.get(page.pageId), findings.get(page.pageId) ?? []))
    .map((page) => (replaced.has(page.pageId) ? { ...page, dropped: true } : page))
    .map((page) => ({ ...page, position: order.get(page.pageId)! }))
    .sort((a, b) => a.position - b.position);
}

function viewPage(page: Page, typed: TypedPage | undefined, findings: readonly Finding[]) {
  const { pageId, scanId, pageNumber, state, plan } = page;
  return {
    pageId,
    scanId,
    pageNumber,
    state,
    ...judgeForDesk(page, findings),
    pageType: typed?.pageType ?? 'UNREAD',
    paperId: typed?.paperId ?? null,
    turnDeg: plan?.rotationDeg === undefined ? null : turnFor(plan.rotationDeg),
    dropped: plan?.dropped ?? false,
    ...(plan?.kept ? { kept: plan.kept } : {}),
    ...(plan?.replaces ? { replaces: plan.replaces } : {}),
    thumbnailUrl: `/api/pages/${pageId}/thumbnail`,
    imageUrl: `/api/pages/${pageId}/image`,
  };
}

/** What is said of a dossier that was made: never more than what is safe on the disk. */
function stateOf(dossier: Dossier | null) {
  return dossier ? { state: dossier.state, revision: dossier.revision, durable: isDurable(dossier) } : {};
}

function isDurable(dossier: Dossier | null): boolean {
  return (
    dossier !== null &&
    dossier.state !== 'assembling' &&
    currentFiles(dossier).every((file) => file.state === 'assembled')
  );
}
