/** Door of the indexing step. */

import { indexing } from '../../shared/pipeline/indexing.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';
import { serveQueue } from '../lambda.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('indexing', indexing, delivery, office);

export const handler = serveQueue('indexing', handle);
