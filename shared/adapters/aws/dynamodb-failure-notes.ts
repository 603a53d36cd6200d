/** Why a message's last try failed, kept beside the queue because SQS keeps nothing with a message once it is sent. */
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ask } from './aws-failure.ts';
import { DYNAMODB, type DynamoTable } from './dynamodb-table.ts';
import type { FailureNotes } from './sqs-work-queue.ts';

/** A dead letter is kept for fourteen days. */
const KEPT_S = 15 * 86_400;

export class DynamoDbFailureNotes implements FailureNotes {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  async note(queue: string, messageId: string, code: string): Promise<void> {
    const expiresAt = Math.floor(Date.now() / 1_000) + KEPT_S;
    const Item = { ...placeOfNote(queue, messageId), code, expiresAt };
    await ask(DYNAMODB, this.#table.client.send(new PutCommand({ TableName: this.#table.name, Item })));
  }

  async codeOf(queue: string, messageId: string): Promise<string | null> {
    const item = await this.#table.get(placeOfNote(queue, messageId));
    return item ? String(item.code) : null;
  }

  async forget(queue: string, messageId: string): Promise<void> {
    const Key = placeOfNote(queue, messageId);
    await ask(DYNAMODB, this.#table.client.send(new DeleteCommand({ TableName: this.#table.name, Key })));
  }
}

function placeOfNote(queue: string, messageId: string) {
  return { pk: `failure#${queue}#${messageId}`, sk: 'failure' };
}
