/** What the gate hands on to a route: who asks, and the thing asked about, which is theirs to see. */
import type { Context } from 'hono';
import type { Batch } from '../../shared/domain/batch.ts';
import type { Dossier } from '../../shared/domain/dossier.ts';
import type { Page } from '../../shared/domain/page.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { UploadTicket } from '../../shared/ports/upload-desk.ts';

/** Each is set for the routes whose row in `access.ts` says so. */
export interface ApiVariables {
  person: Person;
  batch: Batch;
  upload: UploadTicket;
  page: Page;
  dossier: Dossier;
}

export type ApiEnvironment = { Variables: ApiVariables };
export type ApiContext = Context<ApiEnvironment>;
