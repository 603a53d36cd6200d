/** Messages that were saved with their cause and wait to be told onward; the rows are the truth, any bell is a hint. */
import type { MessageId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';

export interface Outbox {
  /** Oldest first. */
  undelivered(limit: number): Promise<Message[]>;
  /** Once delivered a message never comes back, whatever is saved later. */
  markDelivered(ids: readonly MessageId[]): Promise<void>;
}
