import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costPerThousandPages, totalOf } from '../../infra/capacity/cost.ts';
import { inOrder } from '../../infra/capacity/in-order.ts';
import { type CapacityInputs, capacityInputs, readingSeconds } from '../../infra/capacity/inputs.ts';
import { hoursOf } from '../../infra/capacity/office-hours.ts';
import { seededChance } from '../../infra/capacity/random.ts';
import { limitsOf, provinceDay } from '../../infra/capacity/scenarios.ts';
import { serve } from '../../infra/capacity/servers.ts';
import { simulateDay } from '../../infra/capacity/simulate-day.ts';
import { readProvinces } from '../../infra/read-provinces.ts';
import type { Province } from '../../shared/config/province.ts';

const json = JSON.parse(readFileSync(new URL('../../infra/capacity/inputs.json', import.meta.url), 'utf8'));
const inputs: CapacityInputs = capacityInputs.parse(json);

const caMau = readProvinces('ca-mau').get('ca-mau')!;
const columns = (...values: number[]) => Float64Array.from(values);

describe('servers', () => {
  it('take work first come, first served, so many at once', () => {
    expect(serve(columns(0, 1, 2), columns(10, 10, 10), 2)).toEqual({
      startsS: columns(0, 1, 10),
      endsS: columns(10, 11, 20),
    });
  });

  it('start cold once each, and take a warm one when it is free', () => {
    expect(serve(columns(0, 5, 5.5), columns(1, 1, 1), 2, 3)).toEqual({
      startsS: columns(0, 5, 5.5),
      endsS: columns(4, 6, 9.5),
    });
  });

  it('agree with the textbook: one server at half load lets work wait as long as it takes', () => {
    const chance = seededChance(1);
    const exponential = (mean: number) => -Math.log(1 - chance()) * mean;
    const arrivesS = new Float64Array(200_000);
    const takesS = new Float64Array(arrivesS.length);
    for (let index = 0; index < arrivesS.length; index++) {
      arrivesS[index] = (arrivesS[index - 1] ?? 0) + exponential(2);
      takesS[index] = exponential(1);
    }
    const waitsS = serve(arrivesS, takesS, 1).startsS.map((startsS, index) => startsS - arrivesS[index]!);
    expect(waitsS.reduce((sum, wait) => sum + wait, 0) / waitsS.length).toBeCloseTo(1, 1);
  });
});

describe('order', () => {
  it('is that of a stable sort, whatever the numbers', () => {
    const numbers = fc.array(
      fc.oneof(fc.double({ noNaN: true, min: 0, max: 1e5 }), fc.integer({ min: 0, max: 3 })),
    );
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b);
        expect([...inOrder(Float64Array.from(values))]).toEqual(sorted);
      }),
    );
  });
});

describe('the hours of a province’s offices', () => {
  it('add up to a day, and nobody comes while they are closed', () => {
    const hours = hoursOf({ spans: [['08:30', '11:00']] });
    expect(hours.reduce((sum, [, , share]) => sum + share, 0)).toBeCloseTo(1);
    expect([hours[0]![0], hours.at(-1)![1]]).toEqual([8.5, 11]);
  });

  it('are those of its file: a day squeezed into the morning makes pages wait longer', () => {
    const morning = {
      ...caMau,
      workingHours: { ...caMau.workingHours, spans: [['07:00', '10:00']] },
    } as Province;
    const factor = inputs.load.monthEndFactor.value;
    const day = (province: Province) => provinceDay(inputs, '96', limitsOf(province), factor);
    expect(day(morning).pageP95S).toBeGreaterThan(day(caMau).pageP95S);
    expect(day(morning).timeline.at(-1)!.waiting).toBe(0);
  });
});

describe('a simulated day', () => {
  const { hours } = limitsOf(caMau);
  const plan = { dossiers: 500, pagesAtOnce: 50, othersAtOnce: 20, hours, seed: 7 };

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
    expect(provinceDay(inputs, '96', limitsOf(caMau), inputs.load.monthEndFactor.value).oldestS).toBeLessThan(
      15 * 60,
    );
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
