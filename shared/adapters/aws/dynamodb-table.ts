/** The one table of a province: reads that page through, consistent wherever DynamoDB can, and failures explained. */
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { ask } from './aws-failure.ts';
import type { Place } from './dynamodb-items.ts';

export type Item = Record<string, unknown>;

type Query = Omit<QueryCommandInput, 'TableName'>;

export const DYNAMODB = 'dynamodb';
const MAX_KEYS_PER_READ = 100;
const BATCH_READ_TRIES = 8;

export function createDynamoClient(config: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient(config));
}

export class DynamoTable {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;

  constructor(client: DynamoDBDocumentClient, name: string) {
    this.client = client;
    this.name = name;
  }

  async get({ pk, sk }: Place): Promise<Item | null> {
    const command = new GetCommand({ TableName: this.name, Key: { pk, sk }, ConsistentRead: true });
    const { Item: item } = await ask(DYNAMODB, this.client.send(command));
    return item ?? null;
  }

  /** Up to `limit` items, over as many pages as it takes; consistent unless it asks a global index. */
  async query(query: Query, limit = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const items: Item[] = [];
    for await (const page of this.#pages(query, limit)) items.push(...(page.Items ?? []));
    return items.slice(0, limit);
  }

  async count(query: Query): Promise<number> {
    let count = 0;
    for await (const page of this.#pages({ ...query, Select: 'COUNT' })) count += page.Count ?? 0;
    return count;
  }

  /**
   * Items found by a global index, in its order but as they are now: the index may lag behind, so each is read again.
   * What has gone meanwhile is left out. With a bound only what sorts behind or before it is looked at.
   */
  async queryIndex(
    index: 'gsi1' | 'gsi2' | 'gsi3',
    partition: string,
    limit: number,
    order: 'oldest-first' | 'newest-first',
    bound?: { readonly after: string } | { readonly before: string },
  ): Promise<Item[]> {
    const condition = bound && ('after' in bound ? ' AND #sort > :bound' : ' AND #sort < :bound');
    const keys = await this.query(
      {
        IndexName: index,
        KeyConditionExpression: `#partition = :partition${condition ?? ''}`,
        ExpressionAttributeNames: {
          '#partition': `${index}pk`,
          ...(bound ? { '#sort': `${index}sk` } : {}),
        },
        ExpressionAttributeValues: {
          ':partition': partition,
          ...(bound ? { ':bound': 'after' in bound ? bound.after : bound.before } : {}),
        },
        ScanIndexForward: order === 'oldest-first',
        ConsistentRead: false,
      },
      limit,
    );
    const found = await this.getAll(keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
    return found.filter((item) => item[`${index}pk`] === partition);
  }

  /** In the order asked; what is not there is left out. */
  async getAll(places: readonly Place[]): Promise<Item[]> {
    const found = new Map<string, Item>();
    for (let from = 0; from < places.length; from += MAX_KEYS_PER_READ) {
      const Keys = places.slice(from, from + MAX_KEYS_PER_READ).map((place) => ({ ...place }));
      for (const item of await this.#getBatch(Keys)) found.set(keyOf(item), item);
    }
    return places.map((place) => found.get(keyOf(place))).filter((item) => item !== undefined);
  }

  /** DynamoDB answers what fits into 16 MB and names the rest. */
  async #getBatch(Keys: Record<string, string>[]): Promise<Item[]> {
    const items: Item[] = [];
    let RequestItems: BatchGetCommandInput['RequestItems'] = { [this.name]: { Keys, ConsistentRead: true } };
    for (let tries = 1; ; tries++) {
      const answer: BatchGetCommandOutput = await ask(
        DYNAMODB,
        this.client.send(new BatchGetCommand({ RequestItems })),
      );
      items.push(...(answer.Responses?.[this.name] ?? []));
      const unread = answer.UnprocessedKeys ?? {};
      if (Object.keys(unread).length === 0) return items;
      RequestItems = unread;
      if (tries === BATCH_READ_TRIES)
        throw new DigitizationError('service-unavailable', { service: DYNAMODB });
    }
  }

  async *#pages(query: Query, limit = Number.POSITIVE_INFINITY) {
    let left = limit;
    let ExclusiveStartKey: Item | undefined;
    do {
      const command = new QueryCommand({
        TableName: this.name,
        ConsistentRead: true,
        ...query,
        ...(Number.isFinite(left) ? { Limit: left } : {}),
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      });
      const page: QueryCommandOutput = await ask(DYNAMODB, this.client.send(command));
      left -= page.Count ?? 0;
      ExclusiveStartKey = page.LastEvaluatedKey;
      yield page;
    } while (ExclusiveStartKey && left > 0);
  }
}

function keyOf({ pk, sk }: Item | Place): string {
  return `${pk}\0${sk}`;
}
