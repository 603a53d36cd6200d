/** How AWS Lambda hands messages to a step: SQS events in, the failures of a batch out, one office a process. */
import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { loadSettings } from '../shared/config/load-settings.ts';
import { toDigitizationError } from '../shared/errors/disposition.ts';
import type { StepName } from '../shared/pipeline/routes.ts';
import type { Office } from '../shared/pipeline/step.ts';
import type { Delivery } from '../shared/ports/work-queue.ts';
import type { AwsOffice, MakeTools } from '../shared/runtime/aws.ts';
import type { Outcome } from './door.ts';
import { readQueueRecord } from './queue-record.ts';

type Handle = (delivery: Delivery, office: Office) => Promise<Outcome>;

let opening: Promise<AwsOffice> | null = null;

/** Opened with the first event and kept warm; a start that failed is tried again with the next. */
export function openOffice(makeTools: MakeTools | null = null): Promise<AwsOffice> {
  opening ??= open(makeTools).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** The machine that runs without AWS never loads its clients. */
async function open(makeTools: MakeTools | null): Promise<AwsOffice> {
  const { openAwsOffice } = await import('../shared/runtime/aws.ts');
  const { readAwsPlaces } = await import('../shared/runtime/aws-places.ts');
  return openAwsOffice(loadSettings(process.env), readAwsPlaces(process.env), makeTools);
}

/** The Lambda handler of a step: what failed is shown again after its own delay, all else is off the queue. */
export function serveQueue(step: StepName, handle: Handle, makeTools: MakeTools | null = null) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const office = await openOffice(makeTools);
    const batchItemFailures: SQSBatchItemFailure[] = [];
    for (const record of Records) {
      const isDone = await takeRecord(step, handle, record, office);
      if (!isDone) batchItemFailures.push({ itemIdentifier: record.messageId });
    }
    return { batchItemFailures };
  };
}

async function takeRecord(
  step: StepName,
  handle: Handle,
  record: SQSRecord,
  office: AwsOffice,
): Promise<boolean> {
  try {
    const delivery = await readQueueRecord(record, office);
    if (!delivery) return true;
    const outcome = await handle(delivery, office);
    if (!outcome.done) await office.queue.release(step, delivery.receipt, outcome.retryAfterMs, outcome.code);
    return outcome.done;
  } catch (error) {
    // Nothing that can be read, or a queue that does not answer: it comes again, and in the end a person sees it.
    const { code, detail } = toDigitizationError(error);
    office.log.error('delivery-failed', { step, sqsMessageId: record.messageId, ...detail, code });
    return false;
  }
}
