/** What may be asked of the process that owns the store, by whoever may write into its data folder. */
import { z } from 'zod';
import type { ReconcileOffice } from '../../shared/pipeline/reconcile.ts';
import { reconcile } from '../../shared/pipeline/reconcile.ts';
import { applyRetention } from '../../shared/pipeline/retention.ts';
import { steps } from '../../shared/pipeline/routes.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { LocalOffice } from '../../shared/runtime/local.ts';

const MOST_DEAD_LETTERS = 10_000;

const redriveRequest = z.object({
  step: z.enum(steps as [string, ...string[]]).optional(),
  code: z.string().optional(),
});
const retentionRequest = z.object({ dryRun: z.boolean().default(false) });
const copyRequest = z.object({ to: z.string().min(1) });

export type ErrandName = keyof typeof errands;

export const errands = {
  /** Copies the records as of one moment while work goes on. */
  'copy-records': async (office: LocalOffice, request: unknown) => {
    await office.copyRecords(copyRequest.parse(request).to);
    return {};
  },
  'dead-letters': async (office: Pick<Office, 'queue'>) => {
    const letters = await office.queue.deadLetters(MOST_DEAD_LETTERS);
    return letters.map(({ queue, message, receiveCount, code }) => ({
      step: queue,
      messageId: message.id,
      type: message.type,
      at: message.at,
      receiveCount,
      code,
    }));
  },
  redrive: async (office: Pick<Office, 'queue'>, request: unknown) => {
    const { step, code } = redriveRequest.parse(request);
    const counts: Record<string, number> = {};
    for (const queue of step === undefined ? steps : [step])
      counts[queue] = await office.queue.redrive(queue, code);
    return counts;
  },
  reconcile: (office: ReconcileOffice) => reconcile(office),
  retention: (office: Office, request: unknown) => applyRetention(office, retentionRequest.parse(request)),
};
