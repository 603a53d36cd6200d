/** The search of one machine: folded words in an FTS5 index beside the entries, both changed in one write. */
import { cutSnippet, searchWords } from '../../domain/search-text.ts';
import {
  FACETS,
  type Facet,
  type SearchEntry,
  type SearchHit,
  type SearchIndex,
  type SearchPage,
  type SearchQuery,
  type SearchScope,
} from '../../ports/search-index.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

const COLUMNS: Readonly<Record<Facet, string>> = {
  state: 'state',
  verdict: 'verdict',
  officeCode: 'office_code',
  procedureCode: 'procedure_code',
};

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

export class SqliteSearchIndex implements SearchIndex {
  readonly #database: SqliteDatabase;
  readonly #statements: ReturnType<typeof prepareStatements>;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#statements = prepareStatements(database);
  }

  async put({ text, ...entry }: SearchEntry): Promise<void> {
    const words = searchWords(text).map((word) => word.folded);
    await this.#database.write(() => {
      const row = this.#statements.save.get(
        entry.dossierId,
        entry.version,
        entry.state,
        entry.verdict,
        entry.officeCode,
        entry.unitCode,
        entry.procedureCode,
        entry.updatedAt,
        JSON.stringify(entry),
        text,
      );
      if (!row) return;
      this.#statements.forget.run(Number(row.position));
      this.#statements.learn.run(Number(row.position), words.join(' '));
    });
  }

  async find(query: SearchQuery): Promise<SearchPage> {
    const narrowed = [...matching(query.words), ...within(query.scope)];
    const rows = this.#select(query, [...narrowed, ...filters(query.filter), ...after(query)]);
    const hits = rows.slice(0, query.limit).map((row) => toHit(row, query.words));
    const last = hits.at(-1);
    return {
      hits,
      cursor: rows.length > query.limit && last ? `${last.updatedAt} ${last.dossierId}` : null,
      facets: this.#countAll(narrowed, query.filter),
    };
  }

  #select({ order, limit }: SearchQuery, conditions: readonly Condition[]) {
    const direction = order === 'newest' ? 'DESC' : 'ASC';
    const { sql, values } = allOf(conditions);
    return this.#database
      .prepare(
        `SELECT json, text FROM search_entry WHERE ${sql}
         ORDER BY updated_at ${direction}, dossier_id ${direction} LIMIT ?`,
      )
      .all(...values, limit + 1);
  }

  /** Each with the other filters as they are, so that the list shows where else to go. */
  #countAll(narrowed: readonly Condition[], filter: SearchQuery['filter']): SearchPage['facets'] {
    const count = (facet: Facet) => {
      const { [facet]: _own, ...others } = filter;
      return this.#count(facet, [...narrowed, ...filters(others)]);
    };
    return {
      state: count('state'),
      verdict: count('verdict'),
      officeCode: count('officeCode'),
      procedureCode: count('procedureCode'),
    };
  }

  #count(facet: Facet, conditions: readonly Condition[]) {
    const column = COLUMNS[facet];
    const { sql, values } = allOf(conditions);
    return this.#database
      .prepare(
        `SELECT ${column} AS value, count(*) AS count FROM search_entry
         WHERE ${sql} AND ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      )
      .all(...values)
      .map((row) => ({ value: String(row.value), count: Number(row.count) }));
  }
}

/** What is typed in one piece stands in one piece, e.g. the parts of a code; the last piece may be unfinished. */
function matching(typed: string): Condition[] {
  const phrases = typed
    .split(/\s+/)
    .map((piece) => searchWords(piece).map((word) => word.folded))
    .filter((words) => words.length > 0)
    .map((words) => `"${words.join(' ')}"`);
  if (phrases.length === 0) return [];
  const sql = 'position IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)';
  return [{ sql, values: [`${phrases.join(' AND ')} *`] }];
}

function within({ officeCode, unitCode }: SearchScope): Condition[] {
  return [
    ...(officeCode === undefined ? [] : [{ sql: 'office_code = ?', values: [officeCode] }]),
    ...(unitCode === undefined
      ? []
      : [
          {
            sql: `(unit_code = ? OR substr(unit_code, 1, length(?) + 1) = ? || '.')`,
            values: [unitCode, unitCode, unitCode],
          },
        ]),
  ];
}

function filters(filter: SearchQuery['filter']): Condition[] {
  return FACETS.flatMap((facet) => {
    const value = filter[facet];
    return value === undefined ? [] : [{ sql: `${COLUMNS[facet]} = ?`, values: [value] }];
  });
}

function after({ cursor, order }: SearchQuery): Condition[] {
  const [updatedAt, dossierId] = cursor?.split(' ') ?? [];
  if (updatedAt === undefined || dossierId === undefined) return [];
  return [
    {
      sql: `(updated_at, dossier_id) ${order === 'newest' ? '<' : '>'} (?, ?)`,
      values: [updatedAt, dossierId],
    },
  ];
}

function allOf(conditions: readonly Condition[]): Condition {
  return {
    sql: ['1', ...conditions.map((condition) => condition.sql)].join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
  };
}

function toHit(row: Record<string, unknown>, words: string): SearchHit {
  const { version: _version, ...entry } = JSON.parse(String(row.json)) as Omit<SearchEntry, 'text'>;
  return { ...entry, snippet: cutSnippet(String(row.text), words) };
}

function prepareStatements(database: SqliteDatabase) {
  return {
    save: database.prepare(
      `INSERT INTO search_entry
         (dossier_id, version, state, verdict, office_code, unit_code, procedure_code, updated_at, json, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (dossier_id) DO UPDATE SET version = excluded.version, state = excluded.state,
         verdict = excluded.verdict, office_code = excluded.office_code, unit_code = excluded.unit_code,
         procedure_code = excluded.procedure_code, updated_at = excluded.updated_at, json = excluded.json,
         text = excluded.text
       WHERE excluded.version >= search_entry.version
       RETURNING position`,
    ),
    forget: database.prepare('DELETE FROM search_words WHERE rowid = ?'),
    learn: database.prepare('INSERT INTO search_words (rowid, words) VALUES (?, ?)'),
  };
}
