import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { costPerThousandPages, totalOf } from '../../infra/capacity/cost.ts';
import { type CapacityInputs, capacityInputs, readingSeconds } from '../../infra/capacity/inputs.ts';
import { seededChance } from '../../infra/capacity/random.ts';
import { provinceDay } from '../../infra/capacity/scenarios.ts';
import { serve } from '../../infra/capacity/servers.ts';
import { simulateDay } from '../../infra/capacity/simulate-day.ts';

const json = JSON.parse(readFileSync(new URL('../../infra/capacity/inputs.json', import.meta.url), 'utf8'));
const inputs: CapacityInputs = capacityInputs.parse(json);

describe('servers', () => {
  const at = (arrivesS: number, takesS: number) => ({ arrivesS, takesS });

  it('take work first come, first served, so many at once', () => {
    expect(serve([at(0, 10), at(1, 10), at(2, 10)], 2)).toEqual([
      { startsS: 0, endsS: 10 },
      { startsS: 1, endsS: 11 },
      { startsS: 10, endsS: 20 },
    ]);
  });

  it('start cold once each, and take a warm one when it is free', () => {
    expect(serve([at(0, 1), at(5, 1), at(5.5, 1)], 2, 3)).toEqual([
      { startsS: 0, endsS: 4 },
      { startsS: 5, endsS: 6 },
      { startsS: 5.5, endsS: 9.5 },
    ]);
  });

  it('agree with the textbook: one server at half load lets work wait as long as it takes', () => {
    const chance = seededChance(1);
    const exponential = (mean: number) => -Math.log(1 - chance()) * mean;
    let arrivesS = 0;
    const works = Array.from({ length: 200_000 }, () => {
      arrivesS += exponential(2);
      return at(arrivesS, exponential(1));
    });
    const waits = serve(works, 1).map(({ startsS }, index) => startsS - works[index]!.arrivesS);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length).toBeCloseTo(1, 1);
  });
});

describe('a simulated day', () => {
  const plan = { dossiers: 500, pagesAtOnce: 50, othersAtOnce: 20, seed: 7 };

  it('is the same again for the same seed, and another for another', () => {
    expect(simulateDay(inputs, plan)).toEqual(simulateDay(inputs, plan));
    expect(simulateDay(inputs, { ...plan, seed: 8 })).not.toEqual(simulateDay(inputs, plan));
  });

  it('never reads a page faster than it takes, nor more at once than allowed', () => {
    const day = simulateDay(inputs, { ...plan, pagesAtOnce: 3 });
    expect(day.pageP50S).toBeGreaterThan(readingSeconds(inputs));
    expect(day.mostAtOnce).toBe(3);
    expect(day.pageP95S).toBeGreaterThan(simulateDay(inputs, plan).pageP95S);
  });

  it('has a province’s month end read within the alarm’s quarter of an hour', () => {
    expect(provinceDay(inputs, '96', 50, inputs.load.monthEndFactor.value).oldestS).toBeLessThan(15 * 60);
  });
});

describe('the cost of a thousand pages', () => {
  it('is mostly reading, and grows with what a page takes', () => {
    const items = costPerThousandPages(inputs, 90);
    expect(totalOf(items)).toBeGreaterThan(0);
    const slower = structuredClone(inputs);
    (slower.measured.recognitionCpuS as { value: number }).value *= 2;
    expect(totalOf(costPerThousandPages(slower, 90))).toBeGreaterThan(totalOf(items));
  });
});

describe('inputs', () => {
  it('carry source and date, or are refused', () => {
    const { source: _, ...bare } = json.prices.s3GbMonth;
    expect(capacityInputs.safeParse({ ...json, prices: { ...json.prices, s3GbMonth: bare } }).success).toBe(
      false,
    );
  });
});
