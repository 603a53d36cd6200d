/** The days that are simulated: a province's own, and the whole country's at month end. */
import { provinceUnits } from '../../shared/config/provinces.ts';
import { OTHER_STEPS_AT_ONCE } from '../function-needs.ts';
import { type CapacityInputs, dossiersPerDay } from './inputs.ts';
import { type DayOutcome, simulateDay } from './simulate-day.ts';

export interface Scenario {
  readonly name: string;
  readonly pagesAtOnce: number;
  readonly day: DayOutcome;
}

const COMMUNES = provinceUnits.reduce((sum, { communes }) => sum + communes, 0);

function shareOf(code: string): number {
  return provinceUnits.find((unit) => unit.code === code)!.communes / COMMUNES;
}

/** One province; `factor` times its mean day. */
export function provinceDay(
  inputs: CapacityInputs,
  code: string,
  pagesAtOnce: number,
  factor: number,
): DayOutcome {
  const dossiers = dossiersPerDay(inputs, shareOf(code), factor);
  return simulateDay(inputs, {
    dossiers,
    pagesAtOnce,
    othersAtOnce: OTHER_STEPS_AT_ONCE,
    seed: Number(code),
  });
}

export interface Scenarios {
  readonly named: readonly Scenario[];
  /** Each in an account of its own, at month end. */
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly day: DayOutcome }[];
}

/** `pagesAtOnce`: the quota of one province's file. */
export function simulateScenarios(inputs: CapacityInputs, pagesAtOnce: number): Scenarios {
  const factor = inputs.load.monthEndFactor.value;
  const limit = inputs.quotas.lambdaConcurrency.value;
  const provinces = provinceUnits.map(({ code, name }) => ({
    code,
    name,
    day: provinceDay(inputs, code, pagesAtOnce, factor),
  }));
  const wholeCountry = (share: number) =>
    simulateDay(inputs, {
      dossiers: dossiersPerDay(inputs, 1, factor),
      pagesAtOnce: share,
      othersAtOnce: OTHER_STEPS_AT_ONCE * provinceUnits.length,
      seed: 34,
    });
  const named: Scenario[] = [
    { name: 'Cà Mau, a mean day', pagesAtOnce, day: provinceDay(inputs, '96', pagesAtOnce, 1) },
    { name: 'Cà Mau, month end', pagesAtOnce, day: provinces.find(({ code }) => code === '96')!.day },
    {
      name: 'largest province, month end',
      pagesAtOnce,
      day: provinces.reduce((a, b) => (b.day.pages > a.day.pages ? b : a)).day,
    },
    { name: 'all 34 in one account, month end', pagesAtOnce: limit, day: wholeCountry(limit) },
    { name: 'the same with a quarter of the quota', pagesAtOnce: limit / 4, day: wholeCountry(limit / 4) },
  ];
  return { named, provinces };
}
