/** Door of the recognition step. */
import { recognition } from '../../shared/pipeline/recognition.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('recognition', recognition, delivery, office);
