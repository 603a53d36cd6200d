/** Who may do what: one row a route. A route without a row cannot be reached. */
import type { Role } from '../../shared/domain/person.ts';

/**
 * What must belong to the person: a clerk's own office, an officer's own unit or one below it. The gate loads it by
 * the route's first parameter and answers as if it did not exist where it is another's.
 */
export type Scope = 'batch' | 'upload' | 'page' | 'dossier';

export interface AccessRow {
  /** `anyone` needs no sign-in; such a route must check for itself whatever it gives away. */
  readonly who: readonly Role[] | 'anyone';
  readonly own?: Scope;
}

const clerk: AccessRow['who'] = ['clerk'];
const officer: AccessRow['who'] = ['officer'];
const admin: AccessRow['who'] = ['admin'];
const deskAndOffice: AccessRow['who'] = ['clerk', 'officer'];
const everybody: AccessRow['who'] = ['clerk', 'officer', 'admin'];

export const access = {
  'GET /health': { who: 'anyone' },
  'GET /files/:fileId': { who: 'anyone' },
  'GET /api/about': { who: 'anyone' },
  'GET /api/session': { who: 'anyone' },
  'POST /api/session': { who: 'anyone' },
  'DELETE /api/session': { who: 'anyone' },

  'GET /api/procedures': { who: everybody },
  'GET /api/batches': { who: clerk },
  'POST /api/batches': { who: clerk },
  'GET /api/batches/:batchId': { who: clerk, own: 'batch' },
  'PUT /api/batches/:batchId/manifest': { who: clerk, own: 'batch' },
  'POST /api/batches/:batchId/uploads': { who: clerk, own: 'batch' },
  'POST /api/batches/:batchId/pages/:pageId': { who: clerk, own: 'batch' },
  'POST /api/batches/:batchId/close': { who: clerk, own: 'batch' },
  'GET /api/batches/:batchId/sheets.pdf': { who: clerk, own: 'batch' },
  'GET /api/batches/:batchId/slip.pdf': { who: clerk, own: 'batch' },
  'PUT /api/uploads/:uploadId/parts/:number': { who: clerk, own: 'upload' },
  'POST /api/uploads/:uploadId/complete': { who: clerk, own: 'upload' },

  'GET /api/stream': { who: everybody },
  'GET /api/inbox': { who: everybody },
  'GET /api/dossiers/:dossierId': { who: everybody, own: 'dossier' },
  'GET /api/dossiers/:dossierId/archive.zip': { who: deskAndOffice, own: 'dossier' },
  'GET /api/dossiers/:dossierId/supplement': { who: officer, own: 'dossier' },
  'POST /api/dossiers/:dossierId/reviews/:reviewId': { who: officer, own: 'dossier' },
  'PUT /api/dossiers/:dossierId/plan': { who: deskAndOffice, own: 'dossier' },
  'POST /api/dossiers/:dossierId/acts': { who: deskAndOffice, own: 'dossier' },
  'POST /api/pages/move': { who: deskAndOffice },
  'GET /api/pages/:pageId/text': { who: everybody, own: 'page' },
  'GET /api/pages/:pageId/image': { who: everybody, own: 'page' },
  'GET /api/pages/:pageId/thumbnail': { who: everybody, own: 'page' },
  'GET /api/files/:fileId': { who: everybody, own: 'dossier' },

  'GET /api/control/flow': { who: admin },
  'GET /api/control/failures': { who: admin },
  'GET /api/control/offices': { who: admin },
  'GET /api/control/clerks': { who: admin },
  'GET /api/control/settings': { who: admin },
  'GET /api/control/acts': { who: admin },
  'POST /api/control/redrive': { who: admin },
  'GET /api/superiors': { who: officer },
  'GET /api/users': { who: admin },
  'POST /api/users': { who: admin },
  'PATCH /api/users/:userId': { who: admin },
} as const satisfies Record<string, AccessRow>;
