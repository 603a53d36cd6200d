/** Undelivered messages by a sparse index of the table; a delivered one leaves only its key behind. */
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { MessageId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { Outbox } from '../../ports/outbox.ts';
import { awsErrorCode, explainAwsFailure } from './aws-failure.ts';
import { OUTBOX, placeOfMessage } from './dynamodb-items.ts';
import { DYNAMODB, type DynamoTable } from './dynamodb-table.ts';
import type { RecordBodies } from './record-bodies.ts';

export class DynamoDbOutbox implements Outbox {
  readonly #table: DynamoTable;
  readonly #bodies: RecordBodies;

  constructor(table: DynamoTable, bodies: RecordBodies) {
    this.#table = table;
    this.#bodies = bodies;
  }

  /** The index may show a message a moment late; it never shows one that is delivered. */
  async undelivered(limit: number): Promise<Message[]> {
    const items = await this.#table.queryIndex('gsi1', OUTBOX, limit, 'oldest-first');
    return Promise.all(items.map((item) => this.#bodies.unpack<Message>(item)));
  }

  async markDelivered(ids: readonly MessageId[]): Promise<void> {
    await Promise.all(ids.map((id) => this.#markOne(id)));
  }

  async #markOne(id: MessageId): Promise<void> {
    try {
      await this.#table.client.send(
        new UpdateCommand({
          TableName: this.#table.name,
          Key: placeOfMessage(id),
          UpdateExpression: 'REMOVE gsi1pk, gsi1sk, body, bodyKey',
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    } catch (error) {
      // Never saved: nothing to remember.
      if (awsErrorCode(error) !== 'ConditionalCheckFailedException') throw explainAwsFailure(DYNAMODB, error);
    }
  }
}
