/** One day of one pool of functions: dossiers come over the counters, pages are read, the last one closes the dossier. */
import { type CapacityInputs, readingSeconds } from './inputs.ts';
import { type Chance, countWithMean, seededChance, unevenness } from './random.ts';
import { type Served, serve, type Work } from './servers.ts';

export interface DayPlan {
  readonly dossiers: number;
  readonly pagesAtOnce: number;
  /** Functions at once of each other step. */
  readonly othersAtOnce: number;
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

/** Share of a day's dossiers by hour; offices are open 7:00-11:30 and 13:30-17:00, the rush is in the middle. */
const HOURS: readonly (readonly [fromHour: number, toHour: number, share: number])[] = [
  [7, 8, 0.08],
  [8, 9, 0.14],
  [9, 10, 0.18],
  [10, 11.5, 0.22],
  [13.5, 14.5, 0.12],
  [14.5, 16, 0.18],
  [16, 17, 0.08],
];
const STEP_S = 300;
const PAGE_SIGMA = 0.5;

interface ScannedPage {
  readonly dossier: number;
  readonly scannedS: number;
}

export function simulateDay(
  inputs: CapacityInputs,
  { dossiers, pagesAtOnce, othersAtOnce, seed }: DayPlan,
): DayOutcome {
  const chance = seededChance(seed);
  const { measured } = inputs;
  const scanned = scanDossiers(inputs, dossiers, chance);
  const hopS = measured.hopS.value;
  const intake = passThrough(
    scanned.map(({ scannedS }) => ({ arrivesS: scannedS + hopS, takesS: measured.intakeCpuS.value })),
    othersAtOnce,
    measured.coldStartS.value,
  );
  const reading = passThrough(
    intake.map(({ endsS }) => ({
      arrivesS: endsS + hopS,
      takesS: readingSeconds(inputs) * unevenness(chance, PAGE_SIGMA),
    })),
    pagesAtOnce,
    measured.coldStartS.value,
  );
  const latencies = reading.map(({ endsS }, index) => endsS - scanned[index]!.scannedS).sort((a, b) => a - b);
  const ends = finishDossiers(inputs, scanned, reading, { dossiers, othersAtOnce });
  const timeline = watch(
    intake.map(({ endsS }) => endsS + hopS),
    reading,
  );
  return {
    dossiers,
    pages: scanned.length,
    pageP50S: quantile(latencies, 0.5),
    pageP95S: quantile(latencies, 0.95),
    pageMaxS: latencies.at(-1) ?? 0,
    dossierP95S: quantile(
      ends.sort((a, b) => a - b),
      0.95,
    ),
    mostWaiting: Math.max(0, ...timeline.map(({ waiting }) => waiting)),
    mostAtOnce: mostAtOnce(reading),
    oldestS: Math.max(0, ...timeline.map(({ oldestS }) => oldestS)),
    timeline,
  };
}

function scanDossiers({ load }: CapacityInputs, dossiers: number, chance: Chance): ScannedPage[] {
  const pages: ScannedPage[] = [];
  for (let dossier = 0; dossier < dossiers; dossier++) {
    let lot = chance();
    const hour = HOURS.find(([, , share]) => (lot -= share) < 0) ?? HOURS.at(-1)!;
    let scannedS = (hour[0] + chance() * (hour[1] - hour[0])) * 3_600;
    for (let left = countWithMean(chance, load.pagesPerDossier.value); left > 0; left--) {
      scannedS += load.scannerSPerPage.value;
      pages.push({ dossier, scannedS });
    }
  }
  return pages;
}

/** Serves in order of arrival, answers in the order given. */
function passThrough(works: readonly Work[], servers: number, coldStartS: number): Served[] {
  const order = works.map((_, index) => index).sort((a, b) => works[a]!.arrivesS - works[b]!.arrivesS);
  const served = serve(
    order.map((index) => works[index]!),
    servers,
    coldStartS,
  );
  const answers = new Array<Served>(works.length);
  for (const [position, index] of order.entries()) answers[index] = served[position]!;
  return answers;
}

/** Seconds from each dossier's last scan to its event. */
function finishDossiers(
  { measured, load }: CapacityInputs,
  scanned: readonly ScannedPage[],
  reading: readonly Served[],
  { dossiers, othersAtOnce }: Pick<DayPlan, 'dossiers' | 'othersAtOnce'>,
): number[] {
  const lastScanS = new Float64Array(dossiers);
  const lastReadS = new Float64Array(dossiers);
  for (const [index, { dossier, scannedS }] of scanned.entries()) {
    lastScanS[dossier] = Math.max(lastScanS[dossier]!, scannedS);
    lastReadS[dossier] = Math.max(lastReadS[dossier]!, reading[index]!.endsS);
  }
  const hopS = measured.hopS.value;
  const validated = passThrough(
    Array.from(lastReadS, (endsS) => ({ arrivesS: endsS + hopS, takesS: measured.validationCpuS.value })),
    othersAtOnce,
    measured.coldStartS.value,
  );
  // Files of a dossier are made beside each other; the longest of them counts.
  const perFileS = (measured.assemblyCpuS.value * load.pagesPerDossier.value) / load.papersPerDossier.value;
  const assembled = passThrough(
    validated.map(({ endsS }) => ({ arrivesS: endsS + hopS, takesS: perFileS })),
    othersAtOnce,
    measured.coldStartS.value,
  );
  return assembled.map(({ endsS }, dossier) => endsS - lastScanS[dossier]!);
}

function watch(arrivals: readonly number[], reading: readonly Served[]) {
  const arrived = [...arrivals].sort((a, b) => a - b);
  const started = reading.map(({ startsS }) => startsS).sort((a, b) => a - b);
  const endS = Math.max(17 * 3_600, started.at(-1) ?? 0) + STEP_S;
  const timeline = [];
  let come = 0;
  let gone = 0;
  for (let atS = 6.5 * 3_600; atS <= endS; atS += STEP_S) {
    while (come < arrived.length && arrived[come]! <= atS) come++;
    while (gone < started.length && started[gone]! <= atS) gone++;
    const waiting = come - gone;
    // First come, first served: the oldest that waits is the next to start.
    timeline.push({ atS, waiting, oldestS: waiting > 0 ? atS - arrived[gone]! : 0 });
  }
  return timeline;
}

function mostAtOnce(served: readonly Served[]): number {
  const starts = served.map(({ startsS }) => startsS).sort((a, b) => a - b);
  const ends = served.map(({ endsS }) => endsS).sort((a, b) => a - b);
  let most = 0;
  let ended = 0;
  for (const [index, startS] of starts.entries()) {
    while (ends[ended]! <= startS) ended++;
    most = Math.max(most, index + 1 - ended);
  }
  return most;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
