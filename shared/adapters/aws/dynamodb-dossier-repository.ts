/** The record in one DynamoDB table: every read is consistent, every commit one transaction with its messages. */
import { setTimeout as sleep } from 'node:timers/promises';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { DossierAttachments } from '../../domain/attachment.ts';
import type { Batch, Scan } from '../../domain/batch.ts';
import type { Corrections } from '../../domain/corrections.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { BatchId, DossierId, PageId, ScanId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { Page } from '../../domain/page.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { type DossierRepository, type Entity, entityId, MAX_WRITES } from '../../ports/dossier-repository.ts';
import { explainAwsFailure } from './aws-failure.ts';
import {
  batchPartition,
  indexKeysOf,
  keptListOf,
  listOf,
  officeListOf,
  outboxKeysOf,
  placeOf,
  placeOfMessage,
  placeOfRecord,
} from './dynamodb-items.ts';
import { DYNAMODB, type DynamoTable, type Item } from './dynamodb-table.ts';
import type { RecordBodies } from './record-bodies.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Two transactions that meet on an item refuse one another; the second look comes a moment later. */
const CONFLICT_TRIES = 8;
const CONFLICT_PAUSE_MS = 15;

export class DynamoDbDossierRepository implements DossierRepository {
  readonly #table: DynamoTable;
  readonly #bodies: RecordBodies;

  constructor(table: DynamoTable, bodies: RecordBodies) {
    this.#table = table;
    this.#bodies = bodies;
  }

  batch = async (id: BatchId) => this.#find<Batch>('batch', id);
  scan = async (id: ScanId) => this.#find<Scan>('scan', id);
  page = async (id: PageId) => this.#find<Page>('page', id);
  dossier = async (id: DossierId) => this.#find<Dossier>('dossier', id);
  attachments = async (id: DossierId) => this.#find<DossierAttachments>('attachments', id);
  corrections = async (id: DossierId) => this.#find<Corrections>('corrections', id);

  async scansOf(batch: BatchId): Promise<Scan[]> {
    const scans = await this.#partsOf<Scan>(batch, 'scan');
    return scans.sort((a, b) => a.position - b.position);
  }

  async pagesOf(batch: BatchId): Promise<Page[]> {
    const pages = await this.#partsOf<Page>(batch, 'page');
    return pages.sort((a, b) => a.scanPosition - b.scanPosition || a.pageNumber - b.pageNumber);
  }

  async unfinishedIn(batch: BatchId): Promise<{ scans: number; pages: number }> {
    const count = (kind: 'scan' | 'page') =>
      this.#table.count({
        IndexName: 'unfinished',
        KeyConditionExpression: 'pk = :pk AND unfinished = :kind',
        ExpressionAttributeValues: { ':pk': batchPartition(batch), ':kind': kind },
      });
    // Scans first: a scan's pages are saved before it is done, so no page can be missed between the two counts.
    const scans = await count('scan');
    return { scans, pages: await count('page') };
  }

  listBatches = async (limit: number) => this.#list<Batch>('gsi1', listOf('batch'), limit);
  listDossiers = async (limit: number) => this.#list<Dossier>('gsi1', listOf('dossier'), limit);
  listBatchesOf = async (officeCode: string, limit: number) =>
    this.#list<Batch>('gsi2', officeListOf('batch', officeCode), limit);

  listKeptBatches = async (before: string) => this.#listKept<Batch>('batch', before);
  listKeptDossiers = async (before: string) => this.#listKept<Dossier>('dossier', before);

  async commit(records: readonly Entity[], messages: readonly Message[]): Promise<void> {
    const writes = records.length + messages.length;
    if (writes > MAX_WRITES) throw new RangeError(`${writes} writes in one commit`);
    const recordWrites = await Promise.all(records.map((record) => this.#writeOf(record)));
    const firsts = [...new Map(messages.toReversed().map((message) => [message.id, message])).values()];
    let messageWrites = await Promise.all(firsts.reverse().map((message) => this.#writeOfMessage(message)));
    for (let tries = 1; recordWrites.length + messageWrites.length > 0; tries++) {
      const refusals = await this.#transact([...recordWrites, ...messageWrites]);
      if (!refusals) return;
      const ofRecords = refusals.slice(0, recordWrites.length);
      const stale = ofRecords.indexOf('ConditionalCheckFailed');
      if (stale >= 0) throw conflictOf(records[stale]!);
      const isContended = refusals.includes('TransactionConflict');
      if (isContended && tries >= CONFLICT_TRIES) throw conflictOf(records[0]);
      // A message that was saved before is not saved again; the rest is, without it.
      const ofMessages = refusals.slice(recordWrites.length);
      messageWrites = messageWrites.filter((_, index) => ofMessages[index] !== 'ConditionalCheckFailed');
      if (isContended) await sleep(CONFLICT_PAUSE_MS * tries * (0.5 + Math.random()));
    }
  }

  /** Null when all was written, else the reason for each write; a throttle is thrown. */
  async #transact(TransactItems: Write[]): Promise<string[] | null> {
    try {
      await this.#table.client.send(new TransactWriteCommand({ TransactItems }));
      return null;
    } catch (error) {
      const reasons = reasonsOf(error);
      const other = reasons?.find(
        (reason) => !['None', 'ConditionalCheckFailed', 'TransactionConflict'].includes(reason),
      );
      if (reasons && other === undefined) return reasons;
      throw other === undefined ? explainAwsFailure(DYNAMODB, error) : explainReason(other, error);
    }
  }

  async #find<Found extends Entity>(kind: Found['kind'], id: string): Promise<Found | null> {
    const place = placeOf(kind, id);
    const item = place && (await this.#table.get(place));
    return item ? this.#open<Found>(item) : null;
  }

  async #partsOf<Found extends Entity>(batch: BatchId, kind: Found['kind']): Promise<Found[]> {
    const items = await this.#table.query({
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :kind)',
      ExpressionAttributeValues: { ':pk': batchPartition(batch), ':kind': `${kind}#` },
    });
    return this.#unpackAll<Found>(items);
  }

  async #list<Found extends Entity>(index: 'gsi1' | 'gsi2', list: string, limit: number): Promise<Found[]> {
    return this.#unpackAll<Found>(await this.#table.queryIndex(index, list, limit, 'newest-first'));
  }

  async #listKept<Found extends Entity>(kind: Found['kind'], before: string): Promise<Found[]> {
    const all = Number.POSITIVE_INFINITY;
    return this.#unpackAll<Found>(
      await this.#table.queryIndex('gsi3', keptListOf(kind), all, 'oldest-first', { before }),
    );
  }

  #unpackAll<Found extends Entity>(items: readonly Item[]): Promise<Found[]> {
    return Promise.all(items.map((item) => this.#open<Found>(item)));
  }

  /** The body that an item named a moment ago is gone once the record says something else: then that is read. */
  async #open<Found extends Entity>(item: Item): Promise<Found> {
    try {
      return await this.#bodies.unpack<Found>(item);
    } catch (error) {
      const isGone = error instanceof DigitizationError && error.code === 'object-missing';
      const latest = isGone && (await this.#table.get({ pk: String(item.pk), sk: String(item.sk) }));
      if (!latest || latest.bodyKey === item.bodyKey) throw error;
      return this.#open<Found>(latest);
    }
  }

  async #writeOf(record: Entity): Promise<Write> {
    const { kind, version } = record;
    const stored = { ...record, version: version + 1 };
    const body = await this.#bodies.pack(`${kind}/${entityId(record)}`, stored);
    const Item = { ...placeOfRecord(record), ...indexKeysOf(record), version: version + 1, ...body };
    const Put = { TableName: this.#table.name, Item };
    if (version === 0) return { Put: { ...Put, ConditionExpression: 'attribute_not_exists(pk)' } };
    const condition = {
      ConditionExpression: '#version = :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': version },
    };
    return { Put: { ...Put, ...condition } };
  }

  async #writeOfMessage(message: Message): Promise<Write> {
    const body = await this.#bodies.pack(`message/${message.id}`, message);
    const Item = { ...placeOfMessage(message.id), ...outboxKeysOf(message), ...body };
    return {
      Put: { TableName: this.#table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' },
    };
  }
}

function conflictOf(record: Entity | undefined): DigitizationError {
  if (!record) return new DigitizationError('record-conflict');
  const { kind, version } = record;
  return new DigitizationError('record-conflict', { kind, id: entityId(record), version });
}

/** Null when it was not a refused transaction. */
function reasonsOf(error: unknown): string[] | null {
  if (!(error instanceof Error && error.name === 'TransactionCanceledException')) return null;
  const { CancellationReasons = [] } = error as { CancellationReasons?: readonly { Code?: string }[] };
  return CancellationReasons.length > 0 ? CancellationReasons.map(({ Code }) => Code ?? 'None') : null;
}

/** The reason of one item stands for the whole transaction: a throttled item is a throttle. */
function explainReason(reason: string, cause: unknown): DigitizationError {
  const asError = Object.assign(new Error(), { name: reason });
  const { code, detail } = explainAwsFailure(DYNAMODB, asError);
  return new DigitizationError(code, detail, { cause });
}
