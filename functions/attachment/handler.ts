/** Door of the attachment step. */
import { attachment } from '../../shared/pipeline/attachment.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';
import { serveQueue } from '../lambda.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('attachment', attachment, delivery, office);

export const handler = serveQueue('attachment', handle);
