/** Door of the intake step. */
import { intake } from '../../shared/pipeline/intake.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';

export const handle = (delivery: Delivery, office: Office) => takeMessage('intake', intake, delivery, office);
