/** One day of one pool of functions: dossiers come over the counters, pages are read, the last one closes the dossier. */
import { inOrder } from './in-order.ts';
import { type CapacityInputs, readingSeconds } from './inputs.ts';
import type { Hour } from './office-hours.ts';
import { type Chance, countWithMean, seededChance, unevenness } from './random.ts';
import { type Served, serve } from './servers.ts';

export interface DayPlan {
  readonly dossiers: number;
  readonly pagesAtOnce: number;
  /** Functions at once of each other step. */
  readonly othersAtOnce: number;
  /** When the offices are open. */
  readonly hours: readonly Hour[];
  readonly seed: number;
}

export interface DayOutcome {
  readonly dossiers: number;
  readonly pages: number;
  /** From the scan of a page to its text, seconds. */
  readonly pageP50S: number;
  readonly pageP95S: number;
  readonly pageMaxS: number;
  /** From the last page's scan to the digitized dossier, seconds. */
  readonly dossierP95S: number;
  readonly mostWaiting: number;
  readonly mostAtOnce: number;
  readonly oldestS: number;
  /** Every five minutes: pages that wait, and the age of the oldest of them. */
  readonly timeline: readonly { readonly atS: number; readonly waiting: number; readonly oldestS: number }[];
}

const STEP_S = 300;
const PAGE_SIGMA = 0.5;

/** In columns, page by page. */
interface ScannedPages {
  readonly dossier: Uint32Array;
  readonly scannedS: Float64Array;
}

export function simulateDay(inputs: CapacityInputs, plan: DayPlan): DayOutcome {
  const { dossiers, pagesAtOnce, othersAtOnce } = plan;
  const chance = seededChance(plan.seed);
  const { measured } = inputs;
  const scanned = scanDossiers(inputs, plan, chance);
  const pages = scanned.scannedS.length;
  const hopS = measured.hopS.value;
  const coldStartS = measured.coldStartS.value;
  const takenInS = passThrough(
    scanned.scannedS.map((scannedS) => scannedS + hopS),
    new Float64Array(pages).fill(measured.intakeCpuS.value),
    othersAtOnce,
    coldStartS,
  ).endsS;
  const arrivesS = takenInS.map((endsS) => endsS + hopS);
  const readingS = readingSeconds(inputs);
  const takesS = arrivesS.map(() => readingS * unevenness(chance, PAGE_SIGMA));
  const reading = passThrough(arrivesS, takesS, pagesAtOnce, coldStartS);
  const latencies = reading.endsS.map((endsS, index) => endsS - scanned.scannedS[index]!).sort();
  const finishedS = finishDossiers(inputs, scanned, reading.endsS, plan).sort();
  const startsS = reading.startsS.sort();
  const timeline = watch(arrivesS.sort(), startsS);
  return {
    dossiers,
    pages,
    pageP50S: quantile(latencies, 0.5),
    pageP95S: quantile(latencies, 0.95),
    pageMaxS: latencies.at(-1) ?? 0,
    dossierP95S: quantile(finishedS, 0.95),
    mostWaiting: Math.max(0, ...timeline.map(({ waiting }) => waiting)),
    mostAtOnce: mostAtOnce(startsS, reading.endsS.sort()),
    oldestS: Math.max(0, ...timeline.map(({ oldestS }) => oldestS)),
    timeline,
  };
}

function scanDossiers({ load }: CapacityInputs, { dossiers, hours }: DayPlan, chance: Chance): ScannedPages {
  const pages: { dossier: number[]; scannedS: number[] } = { dossier: [], scannedS: [] };
  for (let dossier = 0; dossier < dossiers; dossier++) {
    let lot = chance();
    const hour = hours.find(([, , share]) => (lot -= share) < 0) ?? hours.at(-1)!;
    let scannedS = (hour[0] + chance() * (hour[1] - hour[0])) * 3_600;
    for (let left = countWithMean(chance, load.pagesPerDossier.value); left > 0; left--) {
      scannedS += load.scannerSPerPage.value;
      pages.dossier.push(dossier);
      pages.scannedS.push(scannedS);
    }
  }
  return { dossier: Uint32Array.from(pages.dossier), scannedS: Float64Array.from(pages.scannedS) };
}

/** Serves in order of arrival, answers in the order given. */
function passThrough(
  arrivesS: Float64Array,
  takesS: Float64Array,
  servers: number,
  coldStartS: number,
): Served {
  const order = inOrder(arrivesS);
  const inTurn = (values: Float64Array) => Float64Array.from(order, (index) => values[index]!);
  const served = serve(inTurn(arrivesS), inTurn(takesS), servers, coldStartS);
  const answers = { startsS: new Float64Array(order.length), endsS: new Float64Array(order.length) };
  for (let place = 0; place < order.length; place++) {
    answers.startsS[order[place]!] = served.startsS[place]!;
    answers.endsS[order[place]!] = served.endsS[place]!;
  }
  return answers;
}

/** Seconds from each dossier's last scan to its event. */
function finishDossiers(
  { measured, load }: CapacityInputs,
  { dossier, scannedS }: ScannedPages,
  readS: Float64Array,
  { dossiers, othersAtOnce }: DayPlan,
): Float64Array {
  const lastScanS = new Float64Array(dossiers);
  const lastReadS = new Float64Array(dossiers);
  for (let page = 0; page < readS.length; page++) {
    const own = dossier[page]!;
    lastScanS[own] = Math.max(lastScanS[own]!, scannedS[page]!);
    lastReadS[own] = Math.max(lastReadS[own]!, readS[page]!);
  }
  const hopS = measured.hopS.value;
  const follow = (earlierS: Float64Array, takesS: number) =>
    passThrough(
      earlierS.map((endsS) => endsS + hopS),
      new Float64Array(dossiers).fill(takesS),
      othersAtOnce,
      measured.coldStartS.value,
    ).endsS;
  const validatedS = follow(lastReadS, measured.validationCpuS.value);
  // Files of a dossier are made beside each other; the longest of them counts.
  const perFileS = (measured.assemblyCpuS.value * load.pagesPerDossier.value) / load.papersPerDossier.value;
  return follow(validatedS, perFileS).map((endsS, index) => endsS - lastScanS[index]!);
}

/** Both in rising order. */
function watch(arrivedS: Float64Array, startedS: Float64Array) {
  const endS = Math.max(17 * 3_600, startedS.at(-1) ?? 0) + STEP_S;
  const timeline = [];
  let come = 0;
  let gone = 0;
  for (let atS = 6.5 * 3_600; atS <= endS; atS += STEP_S) {
    while (come < arrivedS.length && arrivedS[come]! <= atS) come++;
    while (gone < startedS.length && startedS[gone]! <= atS) gone++;
    const waiting = come - gone;
    // First come, first served: the oldest that waits is the next to start.
    timeline.push({ atS, waiting, oldestS: waiting > 0 ? atS - arrivedS[gone]! : 0 });
  }
  return timeline;
}

/** Both in rising order. */
function mostAtOnce(startsS: Float64Array, endsS: Float64Array): number {
  let most = 0;
  let ended = 0;
  for (let index = 0; index < startsS.length; index++) {
    while (endsS[ended]! <= startsS[index]!) ended++;
    most = Math.max(most, index + 1 - ended);
  }
  return most;
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
