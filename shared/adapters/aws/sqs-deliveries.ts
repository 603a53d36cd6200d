/** SQS messages as deliveries of ours; a receipt of ours names the message too, so that its failure can be noted. */
import type { MessageId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { Delivery } from '../../ports/work-queue.ts';

/** Neither ids nor receipt handles hold one. */
const BETWEEN = ' ';

export interface QueuedMessage {
  readonly message: Message;
  readonly receiveCount: number;
  readonly receiptHandle: string;
}

export function toDelivery({ message, receiveCount, receiptHandle }: QueuedMessage): Delivery {
  return { message, receiveCount, receipt: `${message.id}${BETWEEN}${receiptHandle}` };
}

/** A receipt of nobody's is passed on as it is, for SQS to refuse. */
export function readReceipt(receipt: string): { messageId: MessageId | null; receiptHandle: string } {
  const at = receipt.indexOf(BETWEEN);
  if (at < 0) return { messageId: null, receiptHandle: receipt };
  return { messageId: receipt.slice(0, at) as MessageId, receiptHandle: receipt.slice(at + 1) };
}
