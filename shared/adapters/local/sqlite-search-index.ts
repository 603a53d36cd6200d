/** The search of one machine: folded words in an FTS5 index beside the entries, both changed in one write. */
import { cutSnippet, searchWords } from '../../domain/search-text.ts';
import { waitingSince } from '../../domain/waiting-age.ts';
import type {
  Facet,
  SearchEntry,
  SearchHit,
  SearchIndex,
  SearchPage,
  SearchQuery,
} from '../../ports/search-index.ts';
import {
  after,
  allOf,
  facetSql,
  filters,
  matching,
  orderKeys,
  type Sql,
  within,
} from './search-conditions.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

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
    const rows = this.#select(query, [...narrowed, ...filters(query.filter, query.today), ...after(query)]);
    const hits = rows.slice(0, query.limit).map((row) => toHit(row, query.words));
    const last = hits.at(-1);
    return {
      hits,
      cursor: rows.length > query.limit && last ? cursorAt(last, query.order) : null,
      facets: this.#countAll(narrowed, query),
    };
  }

  #select({ order, limit }: SearchQuery, conditions: readonly Sql[]) {
    const direction = order === 'newest' ? 'DESC' : 'ASC';
    const sorting = orderKeys(order).map((key) => `${key} ${direction}`);
    const { sql, values } = allOf(conditions);
    return this.#database
      .prepare(`SELECT json, text FROM search_entry WHERE ${sql} ORDER BY ${sorting.join(', ')} LIMIT ?`)
      .all(...values, limit + 1);
  }

  /** Each with the other filters as they are, so that the list shows where else to go. */
  #countAll(narrowed: readonly Sql[], { filter, today }: SearchQuery): SearchPage['facets'] {
    const count = (facet: Facet) => {
      const { [facet]: _own, ...others } = filter;
      return this.#count(facetSql(facet, today), [...narrowed, ...filters(others, today)]);
    };
    return {
      state: count('state'),
      verdict: count('verdict'),
      age: count('age'),
      officeCode: count('officeCode'),
      procedureCode: count('procedureCode'),
    };
  }

  #count(facet: Sql, conditions: readonly Sql[]) {
    const { sql, values } = allOf(conditions);
    return this.#database
      .prepare(
        `SELECT value, count(*) AS count FROM (SELECT ${facet.sql} AS value FROM search_entry WHERE ${sql})
         WHERE value IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
      )
      .all(...facet.values, ...values)
      .map((row) => ({ value: String(row.value), count: Number(row.count) }));
  }
}

function cursorAt(hit: SearchHit, order: SearchQuery['order']): string {
  const { updatedAt, dossierId } = hit;
  return [...(order === 'newest' ? [] : [waitingSince(hit)]), updatedAt, dossierId].join(' ');
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
