/** The tables of the record, brought forward version by version; a released step is never edited. */
import type { DatabaseSync } from 'node:sqlite';
import { DigitizationError } from '../../errors/digitization-error.ts';

/** Step n leads from `user_version` n to n + 1. */
const STEPS = [
  `CREATE TABLE record (
     kind TEXT NOT NULL,
     id TEXT NOT NULL,
     version INTEGER NOT NULL,
     batch_id TEXT,
     scan_position INTEGER,
     page_number INTEGER,
     unfinished INTEGER NOT NULL,
     listed_at TEXT,
     json TEXT NOT NULL,
     UNIQUE (kind, id)
   );
   CREATE INDEX record_of_batch ON record (batch_id, kind, scan_position, page_number) WHERE batch_id IS NOT NULL;
   CREATE INDEX record_unfinished ON record (batch_id, kind) WHERE unfinished = 1;
   CREATE INDEX record_listed ON record (kind, listed_at DESC) WHERE listed_at IS NOT NULL;

   CREATE TABLE outbox (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL);
   CREATE TABLE delivered (id TEXT PRIMARY KEY) WITHOUT ROWID;

   CREATE TABLE work (
     position INTEGER PRIMARY KEY,
     queue TEXT NOT NULL,
     id TEXT NOT NULL,
     json TEXT NOT NULL,
     sent_at_ms INTEGER NOT NULL,
     visible_at_ms INTEGER NOT NULL,
     receive_count INTEGER NOT NULL DEFAULT 0,
     receipt TEXT UNIQUE,
     UNIQUE (queue, id)
   );
   CREATE INDEX work_visible ON work (queue, visible_at_ms);
   CREATE TABLE dead_letter (
     position INTEGER PRIMARY KEY,
     queue TEXT NOT NULL,
     id TEXT NOT NULL,
     json TEXT NOT NULL,
     receive_count INTEGER NOT NULL,
     UNIQUE (queue, id)
   );`,
  `CREATE TABLE published_event (
     position INTEGER PRIMARY KEY,
     id TEXT NOT NULL UNIQUE,
     dossier_code TEXT,
     occurred_at TEXT NOT NULL,
     json TEXT NOT NULL
   );
   CREATE INDEX published_of_dossier ON published_event (dossier_code, position);`,
  `ALTER TABLE work ADD COLUMN code TEXT; ALTER TABLE dead_letter ADD COLUMN code TEXT;`,
  `ALTER TABLE record ADD COLUMN office_code TEXT;
   CREATE INDEX record_of_office ON record (office_code, kind, listed_at DESC) WHERE office_code IS NOT NULL;

   CREATE TABLE search_entry (
     position INTEGER PRIMARY KEY,
     dossier_id TEXT NOT NULL UNIQUE,
     version INTEGER NOT NULL,
     state TEXT NOT NULL,
     verdict TEXT NOT NULL,
     office_code TEXT,
     unit_code TEXT,
     procedure_code TEXT,
     updated_at TEXT NOT NULL,
     json TEXT NOT NULL,
     text TEXT NOT NULL
   );
   CREATE INDEX search_by_update ON search_entry (updated_at, dossier_id);
   CREATE VIRTUAL TABLE search_words USING fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii');

   CREATE TABLE account (
     id TEXT PRIMARY KEY,
     password TEXT NOT NULL,
     disabled INTEGER NOT NULL,
     json TEXT NOT NULL
   );
   CREATE TABLE session (
     secret_hash TEXT PRIMARY KEY,
     account_id TEXT NOT NULL REFERENCES account (id),
     expires_at_ms INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX session_of_account ON session (account_id);
   CREATE TABLE sign_in_failure (
     account_id TEXT PRIMARY KEY,
     count INTEGER NOT NULL,
     locked_until_ms INTEGER
   ) WITHOUT ROWID;`,
  `CREATE TABLE admin_act (position INTEGER PRIMARY KEY AUTOINCREMENT, json TEXT NOT NULL);`,
  `ALTER TABLE record ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
   UPDATE record SET kept = 1 WHERE kind IN ('batch', 'dossier');
   CREATE INDEX record_kept ON record (kind, listed_at) WHERE kept = 1;`,
];

/** `storage-too-new` when a newer program wrote the file. */
export function migrate(database: DatabaseSync): void {
  const row = database.prepare('PRAGMA user_version').get();
  const found = Number(row?.user_version);
  if (found > STEPS.length) {
    throw new DigitizationError('storage-too-new', { found, supported: STEPS.length });
  }
  for (let version = found; version < STEPS.length; version++) {
    database.exec(`BEGIN IMMEDIATE; ${STEPS[version]}; PRAGMA user_version = ${version + 1}; COMMIT`);
  }
}
