/** Counts what was found, missed and invented by code, and says recall and precision. */

export interface Tally {
  found: number;
  missed: number;
  invented: number;
}

export class Score {
  readonly tallies = new Map<string, Tally>();

  tally(code: string): Tally {
    const known = this.tallies.get(code) ?? { found: 0, missed: 0, invented: 0 };
    this.tallies.set(code, known);
    return known;
  }
}

export function recallOf({ found, missed }: Tally): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

export function precisionOf({ found, invented }: Tally): number {
  return found + invented === 0 ? 1 : found / (found + invented);
}

/** A Markdown table, codes in the order in which they were first counted. */
export function tableOf({ tallies }: Score): string {
  const rows = [...tallies].map(([code, tally]) => {
    const { found, missed, invented } = tally;
    return `| ${code} | ${found} | ${missed} | ${invented} | ${percent(recallOf(tally))} | ${percent(precisionOf(tally))} |`;
  });
  return [
    '| code | found | missed | invented | recall | precision |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
