/** The report of one dossier: what was delivered, what was read, which papers it holds and what is wrong with them. */

import type { Scan } from '../domain/batch.ts';
import type { SkipReason } from '../domain/decide-digitizing.ts';
import { currentFiles, type Dossier } from '../domain/dossier.ts';
import type { Finding, Severity, Verdict } from '../domain/finding.ts';
import type { QuarterTurn } from '../domain/geometry.ts';
import type { BatchId, FileId, PageId, PaperId } from '../domain/ids.ts';
import type { Page } from '../domain/page.ts';
import { type PageText, plainText } from '../domain/page-text.ts';
import type { FieldSource } from '../domain/paper.ts';
import type { PaperMetadata } from '../domain/paper-metadata.ts';
import { decodeJson } from './json-bytes.ts';
import type { Office } from './step.ts';

/** A page as delivered: `file` as in the manifest, `page` from 1 inside it. */
export interface PageReference {
  readonly file: string;
  readonly page: number;
}

export interface ReportedPage extends PageReference {
  /** What the layer of the PDF says. */
  readonly text: string;
  readonly pageType: string;
  /** How far the content is turned clockwise in the delivered picture. */
  readonly rotation: QuarterTurn;
  readonly codes: readonly string[];
  /** A person left it out, or it was scanned again: in no paper and no finding. */
  readonly dropped?: true;
  /** Where the page is in a paper: path relative to the report, page from 1. */
  readonly pdf?: string;
  readonly pdfPage?: number;
}

export interface ReportedDocument {
  readonly docType: string;
  readonly name: string;
  readonly pages: readonly PageReference[];
  /** What the paper says, by the names of its type; confidence 0-100; where each was read. */
  readonly fields: Readonly<Record<string, string>>;
  readonly confidence: Readonly<Record<string, number>>;
  readonly sources: Readonly<Record<string, FieldSource>>;
  /** Fields that the paper does not have, as a person says who looked. */
  readonly absent?: readonly string[];
  /** Minimum data (Circular 01/2023/TT-VPCP, article 9) and code of the digitised result (article 10). */
  readonly metadata?: PaperMetadata;
  readonly resultCode?: string;
  /** Component of the procedure (MAGIAYTO); null where nobody asked for the paper. */
  readonly componentCode: string | null;
  readonly pdf: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface ReportedFinding extends Partial<PageReference> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly docType?: string;
  readonly detail?: Finding['detail'];
  /** What a person said of it; an accepted finding no longer counts for the verdict. */
  readonly answer?: Finding['answer'];
}

export interface SkippedDocument {
  readonly docType: string;
  readonly name: string;
  readonly componentCode: string | null;
  readonly reason: SkipReason;
}

export interface RejectedFile {
  readonly file: string;
  readonly code: string;
  /** The sentence for the clerk. */
  readonly message: string;
}

export interface DossierReport {
  readonly reportVersion: 1;
  readonly dossierCode: string | null;
  readonly dossierId: string;
  readonly revision: number;
  readonly state: Dossier['state'];
  readonly verdict: Verdict;
  readonly pages: readonly ReportedPage[];
  readonly documents: readonly ReportedDocument[];
  readonly missing: readonly { readonly docType: string; readonly name: string }[];
  /** Listed and not digitised, with the reason (article 4). */
  readonly skipped: readonly SkippedDocument[];
  readonly findings: readonly ReportedFinding[];
  readonly rejected: readonly RejectedFile[];
}

export interface ReportedFile {
  readonly fileId: FileId;
  readonly objectKey: string;
  /** Relative to the report. */
  readonly path: string;
}

/** The report together with the files that it points at. */
export async function reportDossier(
  office: Pick<Office, 'repository' | 'store'>,
  dossier: Dossier,
): Promise<{ report: DossierReport; files: ReportedFile[] }> {
  const { repository, store } = office;
  const scans = (await Promise.all(dossier.batchIds.map((id: BatchId) => repository.scansOf(id)))).flat();
  const pages = (await Promise.all(dossier.batchIds.map((id: BatchId) => repository.pagesOf(id)))).flat();
  const view = new DossierView(dossier, scans, pages);
  const reported: ReportedPage[] = [];
  for (const typed of dossier.pages) {
    const page = view.page(typed.pageId);
    const text = decodeJson<PageText>(await store.get(page.textKey!));
    reported.push({
      ...view.reference(typed.pageId),
      text: plainText(text),
      pageType: typed.pageType,
      rotation: text.rotationDeg,
      codes: text.codes.map((code) => code.value),
      ...(typed.dropped ? { dropped: true as const } : {}),
      ...view.placeInPdf(typed.pageId),
    });
  }
  const report: DossierReport = {
    reportVersion: 1,
    dossierCode: dossier.dossierCode,
    dossierId: dossier.dossierId,
    revision: dossier.revision,
    state: dossier.state,
    verdict: dossier.verdict,
    pages: reported,
    documents: view.documents(),
    missing: dossier.missing.map(({ type, name }) => ({ docType: type, name })),
    skipped: (dossier.skipped ?? []).map(({ type, ...skipped }) => ({ docType: type, ...skipped })),
    findings: dossier.findings.map((finding) => view.finding(finding)),
    rejected: view.rejected(),
  };
  return { report, files: view.files() };
}

class DossierView {
  readonly #dossier: Dossier;
  readonly #scans: ReadonlyMap<string, Scan>;
  readonly #pages: ReadonlyMap<string, Page>;

  constructor(dossier: Dossier, scans: readonly Scan[], pages: readonly Page[]) {
    this.#dossier = dossier;
    this.#scans = new Map(scans.map((scan) => [scan.scanId, scan]));
    this.#pages = new Map(pages.map((page) => [page.pageId, page]));
  }

  page(pageId: PageId): Page {
    return this.#pages.get(pageId)!;
  }

  reference(pageId: PageId): PageReference {
    const page = this.page(pageId);
    return { file: this.#scans.get(page.scanId)!.name, page: page.pageNumber };
  }

  /** Papers in the order of the dossier; numbered, so that a folder shows them in that order too. */
  files(): ReportedFile[] {
    return this.#paperFiles().map(({ file, path }) => ({
      fileId: file.fileId,
      objectKey: file.objectKey!,
      path,
    }));
  }

  documents(): ReportedDocument[] {
    return this.#paperFiles().map(({ file, path }) => ({
      docType: file.type,
      name: file.name,
      pages: file.pageIds.map((pageId) => this.reference(pageId)),
      ...this.fieldsOf(file.paperIds[0]!),
      ...this.resultOf(file.paperIds[0]!),
      componentCode: file.componentCode,
      pdf: path,
      fileId: file.fileId,
      sha256: file.sha256!,
      bytes: file.bytes!,
    }));
  }

  fieldsOf(paperId: PaperId): Pick<ReportedDocument, 'fields' | 'confidence' | 'sources' | 'absent'> {
    const { fields = [], absent } = this.#dossier.papers.find((paper) => paper.paperId === paperId) ?? {};
    return {
      fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
      confidence: Object.fromEntries(fields.map(({ name, confidence }) => [name, confidence])),
      sources: Object.fromEntries(fields.map(({ name, source }) => [name, source])),
      ...(absent ? { absent } : {}),
    };
  }

  resultOf(paperId: PaperId): Pick<ReportedDocument, 'metadata' | 'resultCode'> {
    const paper = this.#dossier.papers.find((each) => each.paperId === paperId);
    return {
      ...(paper?.metadata ? { metadata: paper.metadata } : {}),
      ...(paper?.resultCode ? { resultCode: paper.resultCode } : {}),
    };
  }

  placeInPdf(pageId: PageId): { pdf?: string; pdfPage?: number } {
    const home = this.#paperFiles().find(({ file }) => file.pageIds.includes(pageId));
    return home ? { pdf: home.path, pdfPage: home.file.pageIds.indexOf(pageId) + 1 } : {};
  }

  finding({ code, severity, message, pageId, scanId, docType, detail, answer }: Finding): ReportedFinding {
    const place = pageId ? this.reference(pageId) : scanId ? { file: this.#scans.get(scanId)!.name } : {};
    return {
      code,
      severity,
      message,
      ...place,
      ...(docType ? { docType } : {}),
      ...(detail ? { detail } : {}),
      ...(answer ? { answer } : {}),
    };
  }

  rejected(): RejectedFile[] {
    return [...this.#scans.values()].flatMap(({ name, rejection }) =>
      rejection ? [{ file: name, code: rejection.code, message: rejection.message }] : [],
    );
  }

  #paperFiles() {
    const order = this.#dossier.papers.map((paper) => paper.paperId);
    return currentFiles(this.#dossier)
      .filter((file) => file.role === 'paper' && file.state === 'assembled')
      .sort((a, b) => order.indexOf(a.paperIds[0]!) - order.indexOf(b.paperIds[0]!))
      .map((file, index) => {
        const name = `${String(index + 1).padStart(2, '0')}-${file.type}.pdf`;
        return { file, path: `${this.#dossier.dossierId}/${name}` };
      });
  }
}
