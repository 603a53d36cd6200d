/** Step queues in SQS: each has its dead letters and redrive policy from the template; ids may come twice. */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
  type SQSClientConfig,
  type Message as SqsMessage,
} from '@aws-sdk/client-sqs';
import type { Message } from '../../domain/message.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { DeadLetter, Delivery, QueueDepth, WorkQueue } from '../../ports/work-queue.ts';
import { ask, awsErrorCode, explainAwsFailure } from './aws-failure.ts';
import { inBatches } from './in-batches.ts';
import { messageOrPlaceholder } from './sqs-bodies.ts';
import { type QueuedMessage, readReceipt, toDelivery } from './sqs-deliveries.ts';

export interface QueueUrls {
  readonly url: string;
  readonly deadLetterUrl: string;
}

/** SQS keeps no reason beside a message; notes of a dead letter that is redriven or handled may be forgotten. */
export interface FailureNotes {
  note(queue: string, messageId: string, code: string): Promise<void>;
  codeOf(queue: string, messageId: string): Promise<string | null>;
  forget(queue: string, messageId: string): Promise<void>;
}

const SERVICE = 'sqs';
const MAX_MESSAGES = 10;
/** SQS hides for twelve hours, delays for fifteen minutes, both in whole seconds. */
const MAX_VISIBILITY_S = 43_200;
const MAX_DELAY_S = 900;
/** A queue may answer nothing although it holds something: it is empty when it says so this often. */
const EMPTY_ANSWERS = 3;
/** Long enough to look at dead letters, short enough that nobody misses them. */
const LOOKING_S = 30;

/** SQS's words for a receipt that is made up, or void since the message was handed out again. */
const VOID_RECEIPT: ReadonlySet<string> = new Set([
  'InvalidParameterValue',
  'MessageNotInflight',
  'ReceiptHandleIsInvalid',
]);

export function createSqsClient(config: SQSClientConfig = {}): SQSClient {
  return new SQSClient(config);
}

export class SqsWorkQueue implements WorkQueue {
  readonly #client: SQSClient;
  readonly #queues: ReadonlyMap<string, QueueUrls>;
  readonly #notes: FailureNotes;

  constructor(client: SQSClient, queues: ReadonlyMap<string, QueueUrls>, notes: FailureNotes) {
    this.#client = client;
    this.#queues = queues;
    this.#notes = notes;
  }

  async send(queue: string, messages: readonly Message[], delayMs = 0): Promise<void> {
    const { url } = this.#urlsOf(queue);
    const bodies = [...new Map(messages.map((message) => [message.id, JSON.stringify(message)])).values()];
    const batches = inBatches(bodies, Buffer.byteLength);
    const delayS = secondsOf(delayMs, MAX_DELAY_S);
    const sent = await Promise.allSettled(batches.map((batch) => this.#sendBatch(url, batch, delayS)));
    for (const outcome of sent) if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** The queue's own redrive policy counts receives, so `maxReceives` is not asked. */
  async receive(queue: string, options: { max: number; visibilityMs: number }): Promise<Delivery[]> {
    const received = await this.#receive(
      this.#urlsOf(queue).url,
      options.max,
      secondsOf(options.visibilityMs, MAX_VISIBILITY_S),
    );
    return received.map((one) => toDelivery(readQueued(one)));
  }

  async acknowledge(queue: string, receipt: string): Promise<void> {
    await this.#delete(this.#urlsOf(queue).url, readReceipt(receipt).receiptHandle);
  }

  async release(queue: string, receipt: string, delayMs: number, code?: string): Promise<void> {
    const { messageId, receiptHandle } = readReceipt(receipt);
    if (code !== undefined && messageId !== null) await this.#notes.note(queue, messageId, code);
    await this.#hide(this.#urlsOf(queue).url, receiptHandle, secondsOf(delayMs, MAX_VISIBILITY_S));
  }

  /** Counts are SQS's approximations; ages are known to its metrics alone. */
  async depth(queue: string): Promise<QueueDepth> {
    const { url, deadLetterUrl } = this.#urlsOf(queue);
    const [own, dead] = await Promise.all([this.#countsOf(url), this.#countsOf(deadLetterUrl)]);
    return {
      waiting: own.visible + own.delayed,
      inFlight: own.hidden,
      dead: dead.visible + dead.hidden,
      oldestAgeMs: null,
    };
  }

  async deadLetters(limit: number): Promise<DeadLetter[]> {
    const letters: DeadLetter[] = [];
    for (const [queue, { deadLetterUrl }] of this.#queues) {
      if (letters.length >= limit) break;
      for (const letter of await this.#look(queue, deadLetterUrl, limit - letters.length)) {
        const { message, receiveCount, code } = letter;
        letters.push({ queue, message, receiveCount, code });
        await this.#hide(deadLetterUrl, letter.receiptHandle, 0);
      }
    }
    return letters;
  }

  /** Sent before it is deleted: cut short, a letter is there twice, never not at all. */
  async redrive(queue: string, code?: string): Promise<number> {
    const { url, deadLetterUrl } = this.#urlsOf(queue);
    const letters = await this.#look(queue, deadLetterUrl, Number.POSITIVE_INFINITY);
    const wanted = letters.filter((letter) => code === undefined || letter.code === code);
    for (const letter of letters) {
      if (!wanted.includes(letter)) await this.#hide(deadLetterUrl, letter.receiptHandle, 0);
    }
    for (const { message, body, receiptHandle } of wanted) {
      await this.#sendBatch(url, [body], 0);
      await this.#delete(deadLetterUrl, receiptHandle);
      await this.#notes.forget(queue, message.id);
    }
    return wanted.length;
  }

  #urlsOf(queue: string): QueueUrls {
    const urls = this.#queues.get(queue);
    if (!urls) throw new DigitizationError('settings-invalid', { queue });
    return urls;
  }

  /** SQS takes some of a batch and refuses others: whatever was refused is the failure of the whole. */
  async #sendBatch(url: string, bodies: readonly string[], delayS: number): Promise<void> {
    const Entries = bodies.map((MessageBody, index) => ({
      Id: String(index),
      MessageBody,
      DelaySeconds: delayS,
    }));
    const { Failed: failed = [] } = await ask(
      SERVICE,
      this.#client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries })),
    );
    const [first] = failed;
    if (!first) return;
    throw new DigitizationError(first.SenderFault ? 'unexpected' : 'service-unavailable', {
      service: SERVICE,
      awsError: first.Code ?? 'unknown',
      refused: failed.length,
    });
  }

  async #receive(url: string, max: number, visibilityS: number): Promise<SqsMessage[]> {
    const { Messages: messages = [] } = await ask(
      SERVICE,
      this.#client.send(
        new ReceiveMessageCommand({
          QueueUrl: url,
          MaxNumberOfMessages: Math.min(MAX_MESSAGES, max),
          VisibilityTimeout: visibilityS,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
      ),
    );
    return messages;
  }

  /** Dead letters up to `limit` with why they died, hidden for a while. */
  async #look(queue: string, url: string, limit: number): Promise<Letter[]> {
    const taken: SqsMessage[] = [];
    for (let empty = 0; empty < EMPTY_ANSWERS && taken.length < limit; ) {
      const messages = await this.#receive(url, limit - taken.length, LOOKING_S);
      if (messages.length === 0) empty++;
      taken.push(...messages);
    }
    return Promise.all(
      taken.map(async (one) => {
        const letter = readQueued(one);
        return { ...letter, body: one.Body!, code: await this.#notes.codeOf(queue, letter.message.id) };
      }),
    );
  }

  #delete(QueueUrl: string, ReceiptHandle: string): Promise<void> {
    return this.#withReceipt(() => this.#client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle })));
  }

  #hide(QueueUrl: string, ReceiptHandle: string, VisibilityTimeout: number): Promise<void> {
    const command = new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout });
    return this.#withReceipt(() => this.#client.send(command));
  }

  async #withReceipt(request: () => Promise<unknown>): Promise<void> {
    try {
      await request();
    } catch (error) {
      if (!VOID_RECEIPT.has(awsErrorCode(error))) throw explainAwsFailure(SERVICE, error);
    }
  }

  async #countsOf(url: string): Promise<{ visible: number; hidden: number; delayed: number }> {
    const { Attributes: attributes = {} } = await ask(
      SERVICE,
      this.#client.send(
        new GetQueueAttributesCommand({
          QueueUrl: url,
          AttributeNames: [
            'ApproximateNumberOfMessages',
            'ApproximateNumberOfMessagesNotVisible',
            'ApproximateNumberOfMessagesDelayed',
          ],
        }),
      ),
    );
    return {
      visible: Number(attributes.ApproximateNumberOfMessages ?? 0),
      hidden: Number(attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
      delayed: Number(attributes.ApproximateNumberOfMessagesDelayed ?? 0),
    };
  }
}

interface Letter extends QueuedMessage {
  readonly code: string | null;
  /** As it lies there: an envelope of the bus is redriven in its envelope. */
  readonly body: string;
}

function readQueued({ Body, Attributes, ReceiptHandle }: SqsMessage): QueuedMessage {
  return {
    message: messageOrPlaceholder(Body!),
    receiveCount: Number(Attributes?.ApproximateReceiveCount ?? 1),
    receiptHandle: ReceiptHandle!,
  };
}

/** Never earlier than asked. */
function secondsOf(ms: number, max: number): number {
  return Math.min(max, Math.ceil(ms / 1_000));
}
