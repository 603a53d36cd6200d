/** Finds dossiers by what they say and where they stand; one entry a dossier, fed by the indexing step alone. */
import type { DossierState } from '../domain/dossier.ts';
import type { Verdict } from '../domain/finding.ts';
import type { DossierId } from '../domain/ids.ts';
import type { SnippetPiece } from '../domain/search-text.ts';

export interface SearchEntry {
  readonly dossierId: DossierId;
  /** Rises with every save: an older entry never replaces a newer one. */
  readonly version: number;
  readonly dossierCode: string | null;
  readonly state: DossierState;
  readonly verdict: Verdict;
  /** Post office that opened the dossier. */
  readonly officeCode: string | null;
  /** Agency unit as a path, e.g. `H12.07`. */
  readonly unitCode: string | null;
  readonly procedureCode: string | null;
  readonly procedureName: string | null;
  readonly applicantName: string | null;
  readonly openReviews: number;
  /** ISO 8601 calendar date. */
  readonly receivedOn: string | null;
  /** ISO 8601 instant. */
  readonly updatedAt: string;
  /** All that can be searched, most telling first: code, names, numbers, then the text of the pages. */
  readonly text: string;
}

/** Fields that a list can be narrowed by; values of one field are counted beside the hits. */
export const FACETS = ['state', 'verdict', 'age', 'officeCode', 'procedureCode'] as const;
/** `age` is a band of `waiting-age.ts`. */
export type Facet = (typeof FACETS)[number];

/** What the asker may see at all; nothing outside of it is found or counted. */
export interface SearchScope {
  readonly officeCode?: string;
  /** The unit and those below it. */
  readonly unitCode?: string;
}

export interface SearchQuery {
  /** As typed. Every word must occur, whole, marks and case aside; an index may also find the beginning of the last. */
  readonly words: string;
  readonly scope: SearchScope;
  readonly filter: Partial<Record<Facet, string>>;
  /** Newest by `updatedAt`; oldest by how long the dossier has waited. */
  readonly order: 'newest' | 'oldest';
  /** ISO 8601 calendar date that ages are counted to. */
  readonly today: string;
  readonly limit: number;
  /** From the page before. */
  readonly cursor?: string;
}

export type SearchHit = Omit<SearchEntry, 'text' | 'version'> & {
  /** Where the words stand, as written there; empty when none were asked for. */
  readonly snippet: readonly SnippetPiece[];
};

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Null at the end. */
  readonly cursor: string | null;
  /** How many dossiers each value would give with the other filters as they are; most first. */
  readonly facets: Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>;
}

export interface SearchIndex {
  /** Durable when it returns; an entry with a lower version than the stored one changes nothing. */
  put(entry: SearchEntry): Promise<void>;
  find(query: SearchQuery): Promise<SearchPage>;
}
