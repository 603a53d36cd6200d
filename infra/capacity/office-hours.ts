/** When over a day dossiers come: the usual rush of a counter, as far as the offices are open. */
import type { Province } from '../../shared/config/province.ts';

/** Share of a day's dossiers that come between two hours. */
export type Hour = readonly [fromHour: number, toHour: number, share: number];

/** What counters see: the rush is in the middle of each half day. Outside of it as quiet as at the edges. */
const RUSH: readonly Hour[] = [
  [0, 7, 0.56],
  [7, 8, 0.08],
  [8, 9, 0.14],
  [9, 10, 0.18],
  [10, 11.5, 0.22],
  [11.5, 13.5, 0.16],
  [13.5, 14.5, 0.12],
  [14.5, 16, 0.18],
  [16, 17, 0.08],
  [17, 24, 0.56],
];

/** Shares add up to 1. */
export function hoursOf({ spans }: Pick<Province['workingHours'], 'spans'>): Hour[] {
  const open = RUSH.flatMap(([from, to, share]): Hour[] =>
    spans.flatMap(([opens, closes]): Hour[] => {
      const [start, end] = [Math.max(from, hourOf(opens)), Math.min(to, hourOf(closes))];
      return start < end ? [[start, end, (share * (end - start)) / (to - from)]] : [];
    }),
  );
  const total = open.reduce((sum, [, , share]) => sum + share, 0);
  return open.map(([from, to, share]) => [from, to, share / total]);
}

function hourOf(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours + minutes / 60;
}
