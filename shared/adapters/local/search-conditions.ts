/** What a search asks for, in SQL over the table of entries; what was typed is only ever a value. */
import { searchWords } from '../../domain/search-text.ts';
import { firstDaysOfBands, OLDEST_BAND } from '../../domain/waiting-age.ts';
import { FACETS, type Facet, type SearchQuery, type SearchScope } from '../../ports/search-index.ts';

export interface Sql {
  readonly sql: string;
  readonly values: readonly string[];
}

/** As `waitingSince` in the domain says. */
const WAITING_SINCE = `coalesce(json_extract(json, '$.receivedOn'), date(updated_at, '+7 hours'))`;

const COLUMNS: Readonly<Record<Exclude<Facet, 'age'>, string>> = {
  state: 'state',
  verdict: 'verdict',
  officeCode: 'office_code',
  procedureCode: 'procedure_code',
};

/** The value of an entry's facet. */
export function facetSql(facet: Facet, today: string): Sql {
  if (facet !== 'age') return { sql: COLUMNS[facet], values: [] };
  const bands = firstDaysOfBands(today);
  return {
    sql: `CASE ${bands.map(() => `WHEN ${WAITING_SINCE} >= ? THEN ?`).join(' ')} ELSE ? END`,
    values: [...bands.flatMap(({ band, from }) => [from, band]), OLDEST_BAND],
  };
}

/** What is sorted by: the last change for the newest first, the longest wait for the oldest. */
export function orderKeys(order: SearchQuery['order']): readonly string[] {
  return order === 'newest' ? ['updated_at', 'dossier_id'] : [WAITING_SINCE, 'updated_at', 'dossier_id'];
}

/** What is typed in one piece stands in one piece, e.g. the parts of a code; the last piece may be unfinished. */
export function matching(typed: string): Sql[] {
  const phrases = typed
    .split(/\s+/)
    .map((piece) => searchWords(piece).map((word) => word.folded))
    .filter((words) => words.length > 0)
    .map((words) => `"${words.join(' ')}"`);
  if (phrases.length === 0) return [];
  const sql = 'position IN (SELECT rowid FROM search_words WHERE search_words MATCH ?)';
  return [{ sql, values: [`${phrases.join(' AND ')} *`] }];
}

export function within({ officeCode, unitCode }: SearchScope): Sql[] {
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

export function filters(filter: SearchQuery['filter'], today: string): Sql[] {
  return FACETS.flatMap((facet) => {
    const wanted = filter[facet];
    if (wanted === undefined) return [];
    const { sql, values } = facetSql(facet, today);
    return [{ sql: `${sql} = ?`, values: [...values, wanted] }];
  });
}

export function after({ cursor, order }: SearchQuery): Sql[] {
  const keys = orderKeys(order);
  const values = cursor?.split(' ') ?? [];
  if (values.length !== keys.length) return [];
  const places = keys.map(() => '?').join(', ');
  return [{ sql: `(${keys.join(', ')}) ${order === 'newest' ? '<' : '>'} (${places})`, values }];
}

export function allOf(conditions: readonly Sql[]): Sql {
  return {
    sql: ['1', ...conditions.map((condition) => condition.sql)].join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
  };
}
