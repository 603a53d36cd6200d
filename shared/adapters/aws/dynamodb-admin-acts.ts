/** Acts of admins in the province's table: one partition, by instant; admins are few. */
import { randomUUID } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AdminAct } from '../../domain/admin-act.ts';
import type { AdminActs } from '../../ports/admin-acts.ts';
import { ask } from './aws-failure.ts';
import { DYNAMODB, type DynamoTable } from './dynamodb-table.ts';

const PARTITION = 'admin-acts';

export class DynamoDbAdminActs implements AdminActs {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  async note(acts: readonly AdminAct[]): Promise<void> {
    // Acts of one request share their instant: the index keeps their order.
    for (const [index, act] of acts.entries()) {
      const Item = { pk: PARTITION, sk: `${act.at}#${index}#${randomUUID()}`, json: JSON.stringify(act) };
      await ask(DYNAMODB, this.#table.client.send(new PutCommand({ TableName: this.#table.name, Item })));
    }
  }

  async list(limit: number): Promise<AdminAct[]> {
    const items = await this.#table.query(
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': PARTITION },
        ScanIndexForward: false,
      },
      limit,
    );
    return items.map(({ json }) => JSON.parse(String(json)) as AdminAct);
  }
}
