/** Door of the recognition step. */
import { recognition } from '../../shared/pipeline/recognition.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { takeMessage } from '../door.ts';
import { serveQueue } from '../lambda.ts';

export const handle = (delivery: Delivery, office: Office) =>
  takeMessage('recognition', recognition, delivery, office);

export const handler = serveQueue('recognition', handle, async (store, settings) => {
  const { createTools } = await import('../../shared/runtime/tools.ts');
  const { chooseEngine } = await import('../../shared/runtime/choose-engine.ts');
  return createTools(store, () => chooseEngine(settings.ocrEngine));
});
