/** Small valid records for tests that do not care what is in them. */
import type { DossierAttachments } from '../../shared/domain/attachment.ts';
import type { Batch, Scan } from '../../shared/domain/batch.ts';
import type { Corrections } from '../../shared/domain/corrections.ts';
import type { Dossier } from '../../shared/domain/dossier.ts';
import type { BatchId, DossierId, MessageId, PageId, ScanId } from '../../shared/domain/ids.ts';
import { EMPTY_MANIFEST } from '../../shared/domain/manifest.ts';
import type { Message } from '../../shared/domain/message.ts';
import type { Page } from '../../shared/domain/page.ts';

const AT = '2026-01-05T02:00:00.000Z';

export function sampleBatch(id: string, changes: Partial<Batch> = {}): Batch {
  return {
    kind: 'batch',
    version: 0,
    batchId: id as BatchId,
    state: 'open',
    manifest: null,
    openedAt: AT,
    closings: 0,
    dossierIds: [],
    ...changes,
  };
}

/** As delivery makes them. */
export function sampleScanId(batch: string, position: number): ScanId {
  return `${batch}.s${String(position).padStart(4, '0')}-0123456789` as ScanId;
}

export function samplePageId(batch: string, scanPosition: number, pageNumber: number): PageId {
  return `${sampleScanId(batch, scanPosition)}.p${String(pageNumber).padStart(4, '0')}` as PageId;
}

export function sampleScan(batch: string, position: number, changes: Partial<Scan> = {}): Scan {
  return {
    kind: 'scan',
    version: 0,
    scanId: sampleScanId(batch, position),
    batchId: batch as BatchId,
    position,
    name: 'đơn đề nghị 01.pdf',
    state: 'stored',
    bytes: 12,
    sha256: '0'.repeat(64),
    objectKey: `scans/${batch}-${position}`,
    warnings: [],
    ...changes,
  };
}

export function samplePage(
  batch: string,
  scanPosition: number,
  pageNumber: number,
  changes: Partial<Page> = {},
): Page {
  return {
    kind: 'page',
    version: 0,
    pageId: samplePageId(batch, scanPosition, pageNumber),
    batchId: batch as BatchId,
    scanId: sampleScanId(batch, scanPosition),
    scanPosition,
    pageNumber,
    state: 'received',
    image: { objectKey: 'pages/1', mediaType: 'image/jpeg', widthPx: 1654, heightPx: 2339, dpi: 200 },
    quality: {
      effectiveDpi: 200,
      blank: false,
      blurry: false,
      dark: false,
      cutOff: false,
      colour: true,
      figures: {},
      fingerprint: '0123456789abcdef',
    },
    bornDigital: false,
    signed: false,
    ...changes,
  };
}

export function sampleDossier(id: string, changes: Partial<Dossier> = {}): Dossier {
  return {
    kind: 'dossier',
    version: 0,
    dossierId: id as DossierId,
    dossierCode: id,
    manifest: EMPTY_MANIFEST,
    batchIds: [],
    revision: 1,
    state: 'assembling',
    papers: [],
    pages: [],
    findings: [],
    missing: [],
    verdict: 'clean',
    files: [],
    basis: '',
    createdAt: AT,
    updatedAt: AT,
    ...changes,
  };
}

export function sampleCorrections(id: string, changes: Partial<Corrections> = {}): Corrections {
  return {
    kind: 'corrections',
    version: 0,
    dossierId: id as DossierId,
    acts: [
      {
        kind: 'withdrawn',
        actId: 'act-1',
        by: { id: 'can-bo-01', name: 'Nguyễn Thị Mẫu' },
        at: AT,
        reason: 'Người nộp xin rút.',
      },
    ],
    ...changes,
  };
}

export function sampleAttachments(id: string, changes: Partial<DossierAttachments> = {}): DossierAttachments {
  return {
    kind: 'attachments',
    version: 0,
    dossierId: id as DossierId,
    revision: 1,
    documents: [],
    causes: [],
    attachedAt: AT,
    ...changes,
  };
}

export function sampleMessage(id: string, changes: Partial<Message> = {}): Message {
  return {
    id: id as MessageId,
    type: 'page-received',
    at: AT,
    cause: null,
    dossierCode: null,
    body: { pageId: id },
    ...changes,
  };
}
