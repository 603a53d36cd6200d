/** The days that are simulated: a province's own, and the whole country's at month end. */
import type { Province } from '../../shared/config/province.ts';
import { provinceUnits } from '../../shared/config/provinces.ts';
import { OTHER_STEPS_AT_ONCE } from '../function-needs.ts';
import { type CapacityInputs, dossiersPerDay } from './inputs.ts';
import { type Hour, hoursOf } from './office-hours.ts';
import { type DayOutcome, simulateDay } from './simulate-day.ts';

export interface Scenario {
  readonly name: string;
  readonly pagesAtOnce: number;
  readonly day: DayOutcome;
}

/** What a province's file says. */
export interface Limits {
  readonly pagesAtOnce: number;
  readonly hours: readonly Hour[];
}

export function limitsOf({ quotas, workingHours }: Province): Limits {
  return { pagesAtOnce: quotas.pagesAtOnce, hours: hoursOf(workingHours) };
}

const COMMUNES = provinceUnits.reduce((sum, { communes }) => sum + communes, 0);

function shareOf(code: string): number {
  return provinceUnits.find((unit) => unit.code === code)!.communes / COMMUNES;
}

/** One province; `factor` times its mean day. */
export function provinceDay(
  inputs: CapacityInputs,
  code: string,
  { pagesAtOnce, hours }: Limits,
  factor: number,
): DayOutcome {
  const dossiers = dossiersPerDay(inputs, shareOf(code), factor);
  return simulateDay(inputs, {
    dossiers,
    pagesAtOnce,
    othersAtOnce: OTHER_STEPS_AT_ONCE,
    hours,
    seed: Number(code),
  });
}

export interface Scenarios {
  readonly named: readonly Scenario[];
  /** Each in an account of its own, at month end. */
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly day: DayOutcome }[];
}

/** Every province with the limits of one. */
export function simulateScenarios(inputs: CapacityInputs, limits: Limits): Scenarios {
  const { pagesAtOnce, hours } = limits;
  const factor = inputs.load.monthEndFactor.value;
  const limit = inputs.quotas.lambdaConcurrency.value;
  const provinces = provinceUnits.map(({ code, name }) => ({
    code,
    name,
    day: provinceDay(inputs, code, limits, factor),
  }));
  const wholeCountry = (share: number) =>
    simulateDay(inputs, {
      dossiers: dossiersPerDay(inputs, 1, factor),
      pagesAtOnce: share,
      othersAtOnce: OTHER_STEPS_AT_ONCE * provinceUnits.length,
      hours,
      seed: 34,
    });
  const named: Scenario[] = [
    { name: 'Cà Mau, a mean day', pagesAtOnce, day: provinceDay(inputs, '96', limits, 1) },
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
