/** Dossiers by their words in the one table: an entry a dossier, a posting for each word that stands in it. */
import { BatchWriteCommand, type BatchWriteCommandInput, PutCommand } from '@aws-sdk/lib-dynamodb';
import { isUnitWithin } from '../../domain/agency-unit.ts';
import { cutSnippet, searchWords } from '../../domain/search-text.ts';
import { ageBandOf, waitingSince } from '../../domain/waiting-age.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import {
  FACETS,
  type Facet,
  type SearchEntry,
  type SearchHit,
  type SearchIndex,
  type SearchPage,
  type SearchQuery,
} from '../../ports/search-index.ts';
import { ask, awsErrorCode, explainAwsFailure } from './aws-failure.ts';
import { placeOfSearchEntry } from './dynamodb-items.ts';
import { DYNAMODB, type DynamoTable, type Item } from './dynamodb-table.ts';
import type { RecordBodies } from './record-bodies.ts';

/** Lists and counts look at so many dossiers, the newest; a word narrows first. */
const MAX_LISTED = 2_000;
/** Distinct words of a dossier that are indexed, most telling first. */
const MAX_WORDS = 4_000;
const WRITES_PER_REQUEST = 25;
const WRITE_TRIES = 8;
const LIST = 'search';

type Summary = Omit<SearchEntry, 'text'>;
type WriteRequests = NonNullable<BatchWriteCommandInput['RequestItems']>[string];

export class DynamoDbSearchIndex implements SearchIndex {
  readonly #table: DynamoTable;
  readonly #bodies: RecordBodies;

  constructor(table: DynamoTable, bodies: RecordBodies) {
    this.#table = table;
    this.#bodies = bodies;
  }

  /** Postings first: an entry that can be seen can be found. What only the older entry said is forgotten last. */
  async put(entry: SearchEntry): Promise<void> {
    const { text, ...summary } = entry;
    const stored = await this.#table.get(placeOfSearchEntry(entry.dossierId));
    if (stored && Number(stored.version) > entry.version) return;
    const before = stored ? wordsOf((await this.#bodies.unpack<SearchEntry>(stored)).text) : [];
    const words = wordsOf(text);
    await this.#write(words.filter((word) => !before.includes(word)).map((word) => toPut(word, entry)));
    const Item: Item = {
      ...placeOfSearchEntry(entry.dossierId),
      gsi1pk: LIST,
      gsi1sk: `${entry.updatedAt}#${entry.dossierId}`,
      version: entry.version,
      summary: JSON.stringify(summary),
      ...(await this.#bodies.pack(`search/${entry.dossierId}`, entry)),
    };
    if (!(await this.#saveNewer(Item))) return;
    // It may have held what is secret now.
    if (stored) await this.#bodies.forget(stored);
    await this.#write(before.filter((word) => !words.includes(word)).map((word) => toDelete(word, entry)));
  }

  async find(query: SearchQuery): Promise<SearchPage> {
    const asked = [...new Set(searchWords(query.words).map((word) => word.folded))];
    const isNothing = query.words.trim() !== '' && asked.length === 0;
    const items = isNothing ? [] : await this.#candidates(asked);
    const summaries = items.map((item) => ({ item, summary: JSON.parse(String(item.summary)) as Summary }));
    const inScope = summaries.filter(({ summary }) => isWithin(summary, query.scope));
    const listed = inScope
      .filter(({ summary }) => passes(summary, query, query.filter))
      .sort((a, b) => compare(a.summary, b.summary, query.order));
    const from = query.cursor === undefined ? 0 : listed.findIndex(({ summary }) => isAfter(summary, query));
    const page = from < 0 ? [] : listed.slice(from, from + query.limit);
    const last = page.at(-1);
    const hasMore = last !== undefined && listed.at(-1) !== last;
    return {
      hits: await Promise.all(page.map(({ item, summary }) => this.#toHit(item, summary, query.words))),
      cursor: hasMore ? keyOf(last.summary, query.order) : null,
      facets: countAll(
        inScope.map(({ summary }) => summary),
        query,
      ),
    };
  }

  async #candidates(asked: readonly string[]): Promise<Item[]> {
    if (asked.length === 0) return this.#table.queryIndex('gsi1', LIST, MAX_LISTED, 'newest-first');
    const lists = await Promise.all(asked.map((word) => this.#dossiersWith(word)));
    const [shortest, ...others] = lists.sort((a, b) => a.size - b.size);
    const ids = [...shortest!].filter((id) => others.every((list) => list.has(id))).slice(0, MAX_LISTED);
    return this.#table.getAll(ids.map(placeOfSearchEntry));
  }

  async #dossiersWith(word: string): Promise<Set<string>> {
    const postings = await this.#table.query({
      KeyConditionExpression: 'pk = :word',
      ExpressionAttributeValues: { ':word': partitionOf(word) },
      ScanIndexForward: false,
    });
    return new Set(postings.map(({ sk }) => String(sk)));
  }

  async #toHit(item: Item, { version: _version, ...summary }: Summary, words: string): Promise<SearchHit> {
    if (words.trim() === '') return { ...summary, snippet: [] };
    return { ...summary, snippet: cutSnippet(await this.#textOf(item), words) };
  }

  /** Nothing where a newer entry has replaced it since the item was read. */
  async #textOf(item: Item): Promise<string> {
    try {
      return (await this.#bodies.unpack<SearchEntry>(item)).text;
    } catch (error) {
      if (error instanceof DigitizationError && error.code === 'object-missing') return '';
      throw error;
    }
  }

  /** False when a newer entry was quicker. */
  async #saveNewer(item: Item): Promise<boolean> {
    const command = new PutCommand({
      TableName: this.#table.name,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':version': item.version },
    });
    try {
      await this.#table.client.send(command);
      return true;
    } catch (error) {
      if (awsErrorCode(error) === 'ConditionalCheckFailedException') return false;
      throw explainAwsFailure(DYNAMODB, error);
    }
  }

  async #write(requests: WriteRequests): Promise<void> {
    for (let from = 0; from < requests.length; from += WRITES_PER_REQUEST) {
      let left: WriteRequests = requests.slice(from, from + WRITES_PER_REQUEST);
      for (let tries = 1; left.length > 0; tries++) {
        if (tries > WRITE_TRIES) throw new DigitizationError('service-unavailable', { service: DYNAMODB });
        const command = new BatchWriteCommand({ RequestItems: { [this.#table.name]: left } });
        const answer = await ask(DYNAMODB, this.#table.client.send(command));
        left = answer.UnprocessedItems?.[this.#table.name] ?? [];
      }
    }
  }
}

function partitionOf(word: string): string {
  return `word#${word}`;
}

function toPut(word: string, { dossierId }: SearchEntry): WriteRequests[number] {
  return { PutRequest: { Item: { pk: partitionOf(word), sk: dossierId } } };
}

function toDelete(word: string, { dossierId }: SearchEntry): WriteRequests[number] {
  return { DeleteRequest: { Key: { pk: partitionOf(word), sk: dossierId } } };
}

function wordsOf(text: string): string[] {
  return [...new Set(searchWords(text).map((word) => word.folded))].slice(0, MAX_WORDS);
}

function isWithin({ officeCode, unitCode }: Summary, scope: SearchQuery['scope']): boolean {
  const isOwnOffice = scope.officeCode === undefined || officeCode === scope.officeCode;
  const isOwnUnit =
    scope.unitCode === undefined || (unitCode !== null && isUnitWithin(unitCode, scope.unitCode));
  return isOwnOffice && isOwnUnit;
}

function facetOf(summary: Summary, facet: Facet, { today }: SearchQuery): string | null {
  return facet === 'age' ? ageBandOf(waitingSince(summary), today) : summary[facet];
}

function passes(summary: Summary, query: SearchQuery, filter: SearchQuery['filter']): boolean {
  return FACETS.every(
    (facet) => filter[facet] === undefined || facetOf(summary, facet, query) === filter[facet],
  );
}

function keyOf(summary: Summary, order: SearchQuery['order']): string {
  const { updatedAt, dossierId } = summary;
  return [...(order === 'newest' ? [] : [waitingSince(summary)]), updatedAt, dossierId].join(' ');
}

function compare(a: Summary, b: Summary, order: SearchQuery['order']): number {
  return (keyOf(a, order) < keyOf(b, order) ? -1 : 1) * (order === 'newest' ? -1 : 1);
}

function isAfter(summary: Summary, { cursor, order }: SearchQuery): boolean {
  const key = keyOf(summary, order);
  return order === 'newest' ? key < cursor! : key > cursor!;
}

/** Each with the other filters as they are, so that the list shows where else to go. */
function countAll(summaries: readonly Summary[], query: SearchQuery): SearchPage['facets'] {
  const count = (facet: Facet) => {
    const { [facet]: _own, ...others } = query.filter;
    const counts = new Map<string, number>();
    for (const summary of summaries.filter((one) => passes(one, query, others))) {
      const value = facetOf(summary, facet, query);
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .map(([value, number]) => ({ value, count: number }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    state: count('state'),
    verdict: count('verdict'),
    age: count('age'),
    officeCode: count('officeCode'),
    procedureCode: count('procedureCode'),
  };
}
