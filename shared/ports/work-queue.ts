/** One queue a step, with the semantics of SQS: at least once, unordered, visibility time-out, receive count, dead letters. */
import type { Message } from '../domain/message.ts';

export interface Delivery {
  readonly message: Message;
  /** 1 at the first delivery. */
  readonly receiveCount: number;
  /** Names this delivery, not the message: void once the message is handed out again. */
  readonly receipt: string;
}

export interface DeadLetter {
  readonly queue: string;
  readonly message: Message;
  readonly receiveCount: number;
  /** Error code of its last try; null where the tries ended without one (a crash, a time-out). */
  readonly code: string | null;
}

export interface QueueDepth {
  readonly waiting: number;
  readonly inFlight: number;
  readonly dead: number;
  /** Age of the oldest message that waits or is in flight; null when there is none. */
  readonly oldestAgeMs: number | null;
}

export interface WorkQueue {
  /** A message id already in the queue, waiting or in flight, is not added again; `delayMs` hides it at first. */
  send(queue: string, messages: readonly Message[], delayMs?: number): Promise<void>;
  /** Hides what it hands out for `visibilityMs`; a message received more than `maxReceives` times goes to the dead letters instead. */
  receive(
    queue: string,
    options: { max: number; visibilityMs: number; maxReceives: number },
  ): Promise<Delivery[]>;
  /** Takes a handled message off the queue; a void receipt is ignored. */
  acknowledge(queue: string, receipt: string): Promise<void>;
  /**
   * Shows the message again after `delayMs`, e.g. when a service throttles; the receive count stays. `code` says why,
   * for whoever finds the message among the dead letters.
   */
  release(queue: string, receipt: string, delayMs: number, code?: string): Promise<void>;
  depth(queue: string): Promise<QueueDepth>;
  deadLetters(limit: number): Promise<DeadLetter[]>;
  /** Puts dead letters, all or those of one code, back with a fresh receive count; returns how many. */
  redrive(queue: string, code?: string): Promise<number>;
}
