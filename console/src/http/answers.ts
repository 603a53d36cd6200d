/** Shapes of the API's answers, as far as the console reads them. */
import type { Box } from '../../../shared/domain/geometry.ts';

export type Role = 'clerk' | 'officer' | 'admin';
export type Turn = 0 | 90 | 180 | 270;
export type Verdict = 'clean' | 'needs-review' | 'rescan';
export type PageVerdict = 'good' | 'doubtful' | 'rescan';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly officeCode?: string;
  readonly unitCode?: string;
}

export interface About {
  readonly provinceName?: string | null;
  readonly hotline?: string | null;
  readonly centreName?: string | null;
  readonly signIn?: 'password' | 'oidc';
  readonly practice?: boolean;
  readonly postalItemCodes?: 's10' | 'free';
  readonly oidc?: { readonly issuer: string; readonly clientId: string } | null;
  /** Only for sample data on loopback. */
  readonly demoAccounts?: readonly {
    readonly user: string;
    readonly password: string;
    readonly role: Role;
  }[];
}

export interface Component {
  readonly code: string;
  readonly type?: string | null;
  readonly name: string;
  readonly required: boolean;
  readonly originals: number;
  readonly copies: number;
}

export interface ProcedureCase {
  readonly id: string;
  readonly name: string;
  readonly components: readonly Component[];
}

export interface Procedure {
  readonly code: string;
  readonly name: string;
  readonly sector: { readonly name: string } | null;
  /** Whether it may be handed in by post at all. */
  readonly mailable: boolean;
  readonly reason?: string | null;
  readonly cases: readonly ProcedureCase[];
}

export interface Notice {
  readonly code: string;
  readonly message: string;
}

/** Files put in after a page by one act, known by the position of the first of them. */
export interface Insertion {
  readonly after: string;
  readonly first: number;
}

export interface DeskScan {
  readonly scanId: string;
  readonly position: number;
  readonly name: string;
  readonly state: 'stored' | 'exploded' | 'rejected';
  readonly sha256?: string;
  readonly inserted?: Insertion;
  readonly rejection?: Notice | null;
  readonly warnings: readonly Notice[];
}

export interface DeskPage {
  readonly pageId: string;
  readonly scanId: string;
  readonly pageNumber: number;
  readonly position: number;
  /** `received` is still being read; its verdict is of the picture alone. */
  readonly state: 'received' | 'recognized' | 'parked';
  readonly verdict: PageVerdict;
  readonly sentence?: string | null;
  readonly action?: string | null;
  readonly pageType: string | null;
  readonly paperId: string | null;
  /** Clockwise, as a person said; null where the machine decides. */
  readonly turnDeg: Turn | null;
  readonly dropped: boolean;
  /** Page that this one is a better scan of. */
  readonly replaces?: string;
  readonly kept?: { readonly reason: string } | null;
}

export interface DeskPaper {
  readonly paperId: string;
  readonly type: string;
  readonly name: string;
  readonly pageIds: readonly string[];
}

export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly pageId?: string;
  readonly docType?: string;
}

export interface MissingPaper {
  readonly type: string;
  readonly name: string;
}

export interface DeskDossier {
  readonly dossierId: string;
  readonly papers: readonly DeskPaper[];
  readonly missing: readonly MissingPaper[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
}

export interface ManifestDraft {
  readonly dossierCode?: string;
  readonly procedureCode?: string;
  readonly procedureName?: string;
  readonly case?: string;
  readonly expectedDocuments: readonly {
    readonly type: string;
    readonly name: string;
    readonly required: boolean;
    readonly componentCode?: string;
  }[];
  readonly declaredApplicant: {
    readonly name?: string;
    readonly idNumber?: string;
    readonly dateOfBirth?: string;
    readonly address?: string;
    readonly phone?: string;
  };
  readonly receivingPostOffice?: { readonly code: string; readonly name?: string };
  readonly postalItemId?: string;
  /** Of the postal invoice. */
  readonly postalReceiptNumber?: string;
  readonly receivedOn?: string;
}

export interface DeskBatch {
  readonly batchId: string;
  readonly state: 'open' | 'closed' | 'settled';
  readonly manifest: ManifestDraft | null;
  readonly practice?: boolean;
  /** Stands for the dossier code until there is one. */
  readonly provisionalCode?: string;
  /** Every file is safe on the disk. */
  readonly done?: boolean;
  readonly scans: readonly DeskScan[];
  readonly pages: readonly DeskPage[];
  readonly dossiers: readonly DeskDossier[];
  readonly progress: { readonly read: number; readonly total: number };
}

export interface ListedBatch {
  readonly batchId: string;
  readonly openedAt: string;
  readonly provisionalCode: string;
  readonly dossierCode: string | null;
  readonly applicantName: string | null;
  readonly practice: boolean;
}

export interface InboxHit {
  readonly dossierId: string;
  readonly dossierCode: string | null;
  readonly state: string;
  readonly verdict: Verdict;
  readonly procedureCode: string | null;
  readonly procedureName: string | null;
  readonly officeCode: string | null;
  readonly applicantName: string | null;
  readonly openReviews: number;
  readonly receivedOn: string | null;
  readonly updatedAt: string;
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
}

export interface Facet {
  readonly value: string;
  readonly count: number;
  /** Of a value that is a code, where the province's file names it. */
  readonly name?: string | null;
}

export interface Inbox {
  readonly hits: readonly InboxHit[];
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  readonly cursor?: string | null;
  readonly total?: number;
}

/** How much a value read may be trusted, as the province set it. */
export type Band = 'accepted' | 'highlighted' | 'reviewed' | 'typed';

export interface Field {
  readonly name: string;
  readonly label?: string;
  readonly value: string;
  readonly confidence: number;
  readonly source: string;
  readonly band?: Band;
  readonly pageId: string | null;
  /** Pixels of the straightened page. */
  readonly box: Box | null;
}

export interface ReadingPaper {
  readonly paperId: string;
  readonly type: string;
  readonly name: string;
  readonly componentCode: string | null;
  readonly pageIds: readonly string[];
  readonly fileId: string | null;
  /** Of an earlier revision, while the file is made anew. */
  readonly olderFile?: { readonly fileId: string; readonly pageIds: readonly string[] } | null;
  readonly fields: readonly Field[];
}

export interface ReadingPage {
  readonly pageId: string;
  /** From 1; 0 of a dropped page. */
  readonly number: number;
  readonly pageType: string;
  readonly paperId: string | null;
  readonly frame: { readonly widthPx: number; readonly heightPx: number } | null;
  readonly turnDeg: Turn;
  readonly dropped: boolean;
}

export interface Review {
  readonly reviewId: string;
  readonly kind: string;
  readonly paperId: string | null;
  readonly pageId: string | null;
  readonly box: Box | null;
  readonly question: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly confidence: number | null;
  readonly field?: string | null;
  /** An answered one says nothing more than its id and this. */
  readonly answer?: { readonly actId: string };
}

export interface DossierFile {
  readonly fileId: string;
  readonly name: string;
  readonly bytes?: number;
  readonly pageCount?: number;
  readonly revision: number;
  readonly supersededInRevision?: number | null;
  readonly paperIds: readonly string[];
}

export interface Act {
  readonly kind: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly field?: string | null;
  readonly value?: string | null;
}

export interface ReadingDossier {
  readonly dossierId: string;
  readonly dossierCode: string | null;
  readonly revision: number;
  readonly state: string;
  /** What officers made of it: `open`, `accepted`, `supplement-requested`, `escalated`. */
  readonly handling?: string;
  readonly verdict: Verdict;
  readonly updatedAt: string;
  readonly receivedOn: string | null;
  readonly procedure: { readonly code: string | null; readonly name: string | null };
  readonly applicant: {
    readonly name?: string;
    readonly idNumber?: string;
    readonly dateOfBirth?: string;
    readonly address?: string;
    readonly phone?: string;
  };
  readonly officeCode: string | null;
  readonly postalItemId: string | null;
  readonly papers: readonly ReadingPaper[];
  readonly pages: readonly ReadingPage[];
  readonly missing: readonly MissingPaper[];
  readonly findings: readonly Finding[];
  readonly reviews: readonly Review[];
  readonly files: readonly DossierFile[];
  readonly acts: readonly Act[];
  readonly events: readonly { readonly eventType: string; readonly at: string }[];
}
