/** Door of the assembly step. */
import { assembly } from '../../shared/pipeline/assembly.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('assembly', assembly, delivery, office);
