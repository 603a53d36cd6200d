/** What a queue's record says, in each envelope it may come in: our own message, an event off the bus, an upload. */
import type { SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import { type BatchId, parseId, type ScanId } from '../shared/domain/ids.ts';
import type { Message } from '../shared/domain/message.ts';
import { DigitizationError } from '../shared/errors/digitization-error.ts';
import { workMessage } from '../shared/pipeline/messages.ts';
import type { Office } from '../shared/pipeline/step.ts';
import type { Delivery } from '../shared/ports/work-queue.ts';
import type { AwsOffice } from '../shared/runtime/aws.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html: keys come as they are. */
const stored = z.object({
  source: z.literal('aws.s3'),
  detail: z.object({ object: z.object({ key: z.string() }) }),
});

/** S3 straight to the queue: keys come URL-encoded, and a test message comes first. */
const notified = z.object({
  Records: z.tuple([z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })]),
});
const testOfNotification = z.object({ Event: z.literal('s3:TestEvent') });

/**
 * Null when there is nothing to do: an upload whose delivery is not on record is the reconciler's.
 * @throws DigitizationError `message-invalid`.
 */
export async function readQueueRecord(record: SQSRecord, office: AwsOffice): Promise<Delivery | null> {
  const message = await readMessage(parseBody(record.body), office);
  const receiveCount = Number(record.attributes.ApproximateReceiveCount);
  return message && office.deliver(message, receiveCount, record.receiptHandle);
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new DigitizationError('message-invalid', { type: 'no JSON' });
  }
}

async function readMessage(body: unknown, office: AwsOffice): Promise<Message | null> {
  const message = office.messageIn(body);
  if (message) return message;
  const upload = stored.safeParse(body);
  if (upload.success) return originalStored(upload.data.detail.object.key, office);
  const notice = notified.safeParse(body);
  if (notice.success) return originalStored(decodeKey(notice.data.Records[0].s3.object.key), office);
  if (testOfNotification.safeParse(body).success) return null;
  throw new DigitizationError('message-invalid', { type: 'unknown envelope' });
}

/** The same message that delivery raises with the record: whichever comes first, the scan is taken apart once. */
async function originalStored(key: string, { repository, clock, log }: Office): Promise<Message | null> {
  const [, batchId, scanId] = /^originals\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  const scan = scanId === undefined ? null : await repository.scan(parseId<ScanId>(scanId));
  if (!scan) {
    log.warn('original-without-record', { key });
    return null;
  }
  return workMessage(
    'scan-delivered',
    { batchId: parseId<BatchId>(batchId!), scanId: scan.scanId },
    { subject: scan.scanId, at: clock.now(), cause: null },
  );
}

function decodeKey(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}
