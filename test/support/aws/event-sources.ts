/** What Lambda's event sources do around the steps of a province: poll each queue, hand over, ring and sweep. */
import { setTimeout as sleep } from 'node:timers/promises';
import { handle as announce } from '../../../functions/announcement/handler.ts';
import { handle as assemble } from '../../../functions/assembly/handler.ts';
import { handle as attach } from '../../../functions/attachment/handler.ts';
import type { Outcome } from '../../../functions/door.ts';
import { handle as index } from '../../../functions/indexing/handler.ts';
import { handle as takeIn } from '../../../functions/intake/handler.ts';
import { handle as recognize } from '../../../functions/recognition/handler.ts';
import { handle as validate } from '../../../functions/validation/handler.ts';
import { type StepName, steps } from '../../../shared/pipeline/routes.ts';
import type { Office } from '../../../shared/pipeline/step.ts';
import type { Delivery } from '../../../shared/ports/work-queue.ts';

type Handle = (delivery: Delivery, office: Office) => Promise<Outcome>;

const handlers: Readonly<Record<StepName, Handle>> = {
  intake: takeIn,
  recognition: recognize,
  validation: validate,
  assembly: assemble,
  attachment: attach,
  indexing: index,
};

/** Of each queue, every one with a batch of ten in hand: `maxConcurrency` on AWS. */
const POLLERS: Readonly<Record<StepName, number>> = {
  intake: 1,
  recognition: 6,
  validation: 1,
  assembly: 1,
  attachment: 1,
  indexing: 1,
};
/** An empty queue is asked ever less often, up to so much: as long polling does. */
const IDLE_MS = { first: 100, most: 1_600 };
const LOOK_EVERY_MS = 3_000;
const VISIBILITY_MS = 120_000;

/** Runs until `isDone`; a poll that is refused comes again, as Lambda's own do. */
export async function runEventSources(
  office: Office,
  isDone: () => Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  let stopped = false;
  const forever = async (round: () => Promise<number>) => {
    for (let idleMs = IDLE_MS.first; !stopped; ) {
      if ((await round().catch(() => 0)) > 0) {
        idleMs = IDLE_MS.first;
        continue;
      }
      await sleep(idleMs);
      idleMs = Math.min(IDLE_MS.most, idleMs * 2);
    }
  };
  const sources = [forever(() => announce(office))];
  for (const step of steps) {
    for (let poller = 0; poller < POLLERS[step]; poller++)
      sources.push(forever(() => pollOnce(office, step)));
  }
  try {
    while (!(await isDone().catch(() => false))) {
      if (Date.now() > deadlineMs) throw new Error(await describeQueues(office));
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    stopped = true;
    await Promise.all(sources);
  }
}

async function pollOnce(office: Office, step: StepName): Promise<number> {
  const { maxReceives } = office.settings;
  const deliveries = await office.queue.receive(step, { max: 10, visibilityMs: VISIBILITY_MS, maxReceives });
  await Promise.all(deliveries.map((delivery) => handOver(office, step, delivery)));
  return deliveries.length;
}

/** All of a batch at once: pages meet in their dossier as they do in as many processes. */
async function handOver(office: Office, step: StepName, delivery: Delivery): Promise<void> {
  const outcome = await handlers[step](delivery, office);
  const { receipt } = delivery;
  if (outcome.done) await again(() => office.queue.acknowledge(step, receipt));
  else await again(() => office.queue.release(step, receipt, outcome.retryAfterMs, outcome.code));
}

/** What cannot be told the queue now comes back after its visibility time-out; a test does not wait that long. */
async function again(request: () => Promise<void>, tries = 3): Promise<void> {
  return request().catch((error) => {
    if (tries > 1) return again(request, tries - 1);
    throw error;
  });
}

async function describeQueues({ queue }: Office): Promise<string> {
  const depths = await Promise.all(
    steps.map(async (step) => [step, await queue.depth(step).catch(() => null)]),
  );
  return `not done in time: ${JSON.stringify(depths)}`;
}
