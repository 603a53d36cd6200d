/** The one gate: no route is reached without a row, no row without its role, nothing owned without owning it. */
import type { MiddlewareHandler } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import type { BatchId, DossierId, PageId } from '../../shared/domain/ids.ts';
import { dossierIdOfFile } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { type AccessRow, access } from './access.ts';
import type { ApiOffice } from './api-office.ts';
import type { ApiContext, ApiEnvironment } from './environment.ts';
import { identify } from './identify.ts';
import { isOwnBatch, isOwnDossier, isOwnPage } from './own.ts';
import { addressOf, limitRate } from './rate-limit.ts';

/** A desk uploads twenty parts a second at most; a runaway script does more. */
const REQUESTS_PER_MINUTE = 3_000;
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export function gate(office: ApiOffice): MiddlewareHandler<ApiEnvironment> {
  const rows = new TrieRouter<AccessRow>();
  for (const [name, row] of Object.entries(access)) {
    const [method, path] = name.split(' ') as [string, string];
    rows.add(method, path, row);
  }
  const countRequest = limitRate(office.clock, REQUESTS_PER_MINUTE);
  return async (context, next) => {
    const { method, path } = context.req;
    const [matches] = rows.match(method === 'HEAD' ? 'GET' : method, path);
    const found = matches[0];
    if (!found) throw new DigitizationError('record-missing');
    const [row, parameters] = found as [AccessRow, Record<string, string>];
    const { person, byCookie } = await identify(context, office);
    countRequest(person?.id ?? addressOf(context));
    if (byCookie && UNSAFE.has(method)) requireOwnPage(context);
    if (row.who !== 'anyone') {
      if (!person) throw new DigitizationError('sign-in-needed');
      if (!row.who.includes(person.role)) throw new DigitizationError('not-allowed');
      context.set('person', person);
      if (row.own) await admit(context, office, person, row.own, Object.values(parameters)[0]!);
    }
    await next();
  };
}

/** Another site's form cannot set a header, and its script may not: with SameSite that is the whole of CSRF. */
function requireOwnPage(context: ApiContext): void {
  if (context.req.header('x-requested-with') !== 'console') throw new DigitizationError('not-allowed');
}

/** Another's thing and a thing that is not there look alike. */
async function admit(
  context: ApiContext,
  office: ApiOffice,
  person: Person,
  own: NonNullable<AccessRow['own']>,
  id: string,
): Promise<void> {
  if (!(await isAdmitted(context, office, person, own, id))) throw new DigitizationError('record-missing');
}

async function isAdmitted(
  context: ApiContext,
  office: ApiOffice,
  person: Person,
  own: NonNullable<AccessRow['own']>,
  id: string,
): Promise<boolean> {
  const { repository, uploads } = office;
  switch (own) {
    case 'upload': {
      const upload = await uploads.ticket(id);
      if (!upload) return false;
      context.set('upload', upload);
      return isAdmitted(context, office, person, 'batch', upload.batchId);
    }
    case 'batch': {
      const batch = await repository.batch(id as BatchId);
      if (!batch) return false;
      context.set('batch', batch);
      return isOwnBatch(person, batch);
    }
    case 'page': {
      const page = await repository.page(id as PageId);
      if (!page) return false;
      context.set('page', page);
      return isOwnPage(office, person, page);
    }
    case 'dossier': {
      const dossier = await repository.dossier((dossierIdOfFile(id) ?? id) as DossierId);
      if (!dossier) return false;
      context.set('dossier', dossier);
      return isOwnDossier(office, person, dossier);
    }
  }
}
