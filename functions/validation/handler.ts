/** Door of the validation step. */

import type { Office } from '../../shared/pipeline/step.ts';
import { validation } from '../../shared/pipeline/validation.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';
import { serveQueue } from '../lambda.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('validation', validation, delivery, office);

export const handler = serveQueue('validation', handle);
