/** What is done with a field that was read, by how sure the reading is. */

/** Lowest confidence, 0-100, of each band; defaults follow the bands of a Vietnamese archive's plan, not a law. */
export interface ConfidenceBands {
  readonly accepted: number;
  readonly highlighted: number;
  readonly reviewed: number;
}

/** `accepted` as it is; `highlighted`: accepted and shown; `reviewed` by a person; `typed` by a person. */
export type Band = 'accepted' | 'highlighted' | 'reviewed' | 'typed';

export function bandOf(confidence: number, bands: ConfidenceBands): Band {
  if (confidence >= bands.accepted) return 'accepted';
  if (confidence >= bands.highlighted) return 'highlighted';
  return confidence >= bands.reviewed ? 'reviewed' : 'typed';
}
