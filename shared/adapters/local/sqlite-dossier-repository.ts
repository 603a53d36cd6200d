/** The record in SQLite: each entity as JSON beside the columns it is searched by; messages go in the same write. */
import type { DossierAttachments } from '../../domain/attachment.ts';
import type { Batch, Scan } from '../../domain/batch.ts';
import type { Corrections } from '../../domain/corrections.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { BatchId, DossierId, PageId, ScanId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { Page } from '../../domain/page.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { type DossierRepository, type Entity, entityId, MAX_WRITES } from '../../ports/dossier-repository.ts';
import { recordColumns } from '../record-columns.ts';
import { Bell } from './bell.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

export class SqliteDossierRepository implements DossierRepository {
  readonly #database: SqliteDatabase;
  readonly #statements: ReturnType<typeof prepareStatements>;
  readonly #saved = new Bell<void>();

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  batch = async (id: BatchId) => this.#find<Batch>('batch', id);
  scan = async (id: ScanId) => this.#find<Scan>('scan', id);
  page = async (id: PageId) => this.#find<Page>('page', id);
  dossier = async (id: DossierId) => this.#find<Dossier>('dossier', id);
  corrections = async (id: DossierId) => this.#find<Corrections>('corrections', id);
  attachments = async (id: DossierId) => this.#find<DossierAttachments>('attachments', id);

  scansOf = async (batch: BatchId) => this.#statements.ofBatch.all(batch, 'scan').map(parse<Scan>);
  pagesOf = async (batch: BatchId) => this.#statements.ofBatch.all(batch, 'page').map(parse<Page>);

  async unfinishedIn(batch: BatchId): Promise<{ scans: number; pages: number }> {
    const row = this.#statements.countUnfinished.get(batch);
    return { scans: Number(row?.scans), pages: Number(row?.pages) };
  }

  listBatches = async (limit: number) => this.#statements.list.all('batch', limit).map(parse<Batch>);
  listBatchesOf = async (officeCode: string, limit: number) =>
    this.#statements.listOfOffice.all(officeCode, 'batch', limit).map(parse<Batch>);
  listDossiers = async (limit: number) => this.#statements.list.all('dossier', limit).map(parse<Dossier>);

  listKeptBatches = async (before: string) =>
    this.#statements.listKept.all('batch', before).map(parse<Batch>);
  listKeptDossiers = async (before: string) =>
    this.#statements.listKept.all('dossier', before).map(parse<Dossier>);

  async commit(records: readonly Entity[], messages: readonly Message[]): Promise<void> {
    const writes = records.length + messages.length;
    if (writes > MAX_WRITES) throw new RangeError(`${writes} writes in one commit`);
    if (writes === 0) return;
    await this.#database.write(() => {
      for (const record of records) this.#save(record);
      for (const { id, ...rest } of messages) {
        if (!this.#statements.isDelivered.get(id))
          this.#statements.saveMessage.run(id, JSON.stringify({ id, ...rest }));
      }
    });
    if (messages.length > 0) this.#saved.ring();
  }

  /** Calls after a commit that may have put messages into the outbox; returns how to stop. */
  onMessages(listener: () => void): () => void {
    return this.#saved.listen(listener);
  }

  #find<Found extends Entity>(kind: Found['kind'], id: string): Found | null {
    const row = this.#statements.find.get(kind, id);
    return row ? parse<Found>(row) : null;
  }

  #save(record: Entity): void {
    const { kind, version } = record;
    const id = entityId(record);
    const { batchId, scanPosition, pageNumber, unfinished, listedAt, officeCode, kept } =
      recordColumns(record);
    const columns = [
      batchId,
      scanPosition,
      pageNumber,
      unfinished ? 1 : 0,
      listedAt,
      officeCode,
      kept ? 1 : 0,
    ];
    const json = JSON.stringify({ ...record, version: version + 1 });
    const { changes } =
      version === 0
        ? this.#statements.insert.run(kind, id, ...columns, json)
        : this.#statements.update.run(...columns, json, kind, id, version);
    if (changes !== 1) throw new DigitizationError('record-conflict', { kind, id, version });
  }
}

function parse<Found>(row: Record<string, unknown>): Found {
  return JSON.parse(String(row.json)) as Found;
}

function prepareStatements(database: SqliteDatabase) {
  return {
    find: database.prepare('SELECT json FROM record WHERE kind = ? AND id = ?'),
    ofBatch: database.prepare(
      'SELECT json FROM record WHERE batch_id = ? AND kind = ? ORDER BY scan_position, page_number',
    ),
    countUnfinished: database.prepare(
      `SELECT count(*) FILTER (WHERE kind = 'scan') AS scans, count(*) FILTER (WHERE kind = 'page') AS pages
       FROM record WHERE batch_id = ? AND unfinished = 1`,
    ),
    list: database.prepare(
      `SELECT json FROM record WHERE kind = ? AND listed_at IS NOT NULL
       ORDER BY listed_at DESC, rowid DESC LIMIT ?`,
    ),
    listOfOffice: database.prepare(
      `SELECT json FROM record WHERE office_code = ? AND kind = ? AND listed_at IS NOT NULL
       ORDER BY listed_at DESC, rowid DESC LIMIT ?`,
    ),
    listKept: database.prepare(
      'SELECT json FROM record WHERE kind = ? AND kept = 1 AND listed_at < ? ORDER BY listed_at, rowid',
    ),
    insert: database.prepare(
      `INSERT INTO record (kind, id, version, batch_id, scan_position, page_number, unfinished, listed_at, office_code,
         kept, json)
       VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    update: database.prepare(
      `UPDATE record SET version = version + 1, batch_id = ?, scan_position = ?, page_number = ?, unfinished = ?,
         listed_at = ?, office_code = ?, kept = ?, json = ?
       WHERE kind = ? AND id = ? AND version = ?`,
    ),
    isDelivered: database.prepare('SELECT 1 FROM delivered WHERE id = ?'),
    saveMessage: database.prepare('INSERT INTO outbox (id, json) VALUES (?, ?) ON CONFLICT DO NOTHING'),
  };
}
