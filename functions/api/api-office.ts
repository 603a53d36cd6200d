/** What the API needs of an office: everything to read, and the journal of events instead of the bus. */
import type { PublishedEvent } from '../../events/envelope.ts';
import type { Office } from '../../shared/pipeline/step.ts';

export interface EventJournal {
  /** Oldest first; of one dossier where its code is given. */
  journal(limit: number, dossierCode?: string): Promise<PublishedEvent[]>;
}

export interface ApiOffice extends Omit<Office, 'publisher'> {
  readonly publisher: EventJournal;
}
