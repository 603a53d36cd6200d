/** What the API needs of an office: everything to read and to act on, and the doors that people come through. */
import type { PublishedEvent } from '../../events/envelope.ts';
import type { ProvinceDirectory } from '../../shared/domain/province-directory.ts';
import type { PrintFonts } from '../../shared/pipeline/print-sheets.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Accounts } from '../../shared/ports/accounts.ts';
import type { AdminActs } from '../../shared/ports/admin-acts.ts';
import type { BearerTokens } from '../../shared/ports/bearer-tokens.ts';
import type { DownloadDesk } from '../../shared/ports/download-desk.ts';
import type { RandomIds } from '../../shared/ports/random-ids.ts';
import type { Sessions } from '../../shared/ports/sessions.ts';
import type { UploadDesk } from '../../shared/ports/upload-desk.ts';

export interface JournalEntry {
  /** Rises with each event. */
  readonly position: number;
  readonly event: PublishedEvent;
}

export interface EventJournal {
  /** Oldest first; of one dossier where its code is given. */
  journal(limit: number, dossierCode?: string): Promise<PublishedEvent[]>;
  /** What was told after `position`, oldest first. */
  journalAfter(position: number, limit: number): Promise<JournalEntry[]>;
  /** Position of the last event; 0 for none. */
  journalEnd(): Promise<number>;
}

export interface ApiOffice extends Omit<Office, 'publisher'> {
  readonly publisher: EventJournal;
  readonly uploads: UploadDesk;
  /** Absent where an answer may have any length. */
  readonly downloads?: DownloadDesk;
  readonly randomIds: RandomIds;
  readonly accounts: Accounts;
  /** What admins did, for the next admin and for auditors. */
  readonly adminActs: AdminActs;
  /** Null where people sign in at an identity provider. */
  readonly sessions: Sessions | null;
  /** Null where no identity provider is configured. */
  readonly bearerTokens: BearerTokens | null;
  /** Also makes the writer of bar codes ready. */
  readonly printFonts: () => Promise<PrintFonts>;
  /** Null where the province's file is not at hand: any office and unit is taken then. */
  readonly directory: ProvinceDirectory | null;
  /** Shown at sign-in, for invented data on this very machine only. */
  readonly demoAccounts?: readonly DemoAccount[];
}

export interface DemoAccount {
  readonly user: string;
  readonly password: string;
  readonly role: string;
}
