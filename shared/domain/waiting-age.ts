/** How long a dossier has waited, in bands of calendar days: the hour of its reception is not known. */
import { vietnamDate } from './vietnam-time.ts';

const DAY_MS = 86_400_000;

/** Youngest first: a name, and the fewest days of the next one. */
const BANDS = [
  { band: '0-1', below: 2 },
  { band: '2-3', below: 4 },
  { band: '4-7', below: 8 },
  { band: '8-', below: Number.POSITIVE_INFINITY },
] as const;

export type AgeBand = (typeof BANDS)[number]['band'];

/** ISO 8601 calendar date: of the reception, or of the last change where that is not known. */
export function waitingSince(dossier: {
  readonly receivedOn: string | null;
  readonly updatedAt: string;
}): string {
  return dossier.receivedOn ?? vietnamDate(new Date(dossier.updatedAt));
}

/** Both ISO 8601 calendar dates; a day to come counts as today. */
export function ageBandOf(since: string, today: string): AgeBand {
  const days = (Date.parse(today) - Date.parse(since)) / DAY_MS;
  return (BANDS.find(({ below }) => days < below) ?? BANDS.at(-1)!).band;
}

/** The first day of each band as seen today, youngest first; the oldest has none. */
export function firstDaysOfBands(
  today: string,
): readonly { readonly band: AgeBand; readonly from: string }[] {
  return BANDS.slice(0, -1).map(({ band, below }) => ({
    band,
    from: new Date(Date.parse(today) - (below - 1) * DAY_MS).toISOString().slice(0, 10),
  }));
}

export const OLDEST_BAND: AgeBand = BANDS.at(-1)!.band;
