/** Door of the assembly step. */
import { assembly } from '../../shared/pipeline/assembly.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';
import { serveQueue } from '../lambda.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('assembly', assembly, delivery, office);

export const handler = serveQueue('assembly', handle, async (store) => {
  const { createTools } = await import('../../shared/runtime/tools.ts');
  return createTools(store, () => Promise.reject(new Error('no text engine here')));
});
