/** The figures that the capacity model rests on, each with its unit, source and date; assumed ones say so. */
import { z } from 'zod';

const figure = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.string().min(1),
  source: z.string().min(1),
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  assumed: z.boolean().default(false),
});

const figures = <const Name extends string>(...names: Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, figure])) as Record<Name, typeof figure>);

export const capacityInputs = z.strictObject({
  measured: figures(
    'recognitionCpuS',
    'preparationCpuS',
    'intakeCpuS',
    'validationCpuS',
    'assemblyCpuS',
    'graviton',
    'coldStartS',
    'hopS',
  ),
  load: figures(
    'dossiersPerYear',
    'workingDays',
    'pagesPerDossier',
    'papersPerDossier',
    'monthEndFactor',
    'scannerSPerPage',
    'scanMb',
    'finalMb',
  ),
  quotas: figures(
    'lambdaConcurrency',
    'lambdaSourceConcurrency',
    'sqsInFlight',
    's3WritesPerS',
    'dynamoWritesPerSPartition',
  ),
  prices: figures(
    'lambdaGbSecond',
    'lambdaMillionRequests',
    'dynamoMillionWrites',
    'dynamoMillionReads',
    's3ThousandWrites',
    's3ThousandReads',
    's3GbMonth',
    'sqsMillionRequests',
    'eventBridgeMillionEvents',
    'regionFactor',
  ),
});

export type CapacityInputs = z.infer<typeof capacityInputs>;

/** Seconds of one Lambda processor that reading a page takes. */
export function readingSeconds({ measured }: CapacityInputs): number {
  return (measured.recognitionCpuS.value + measured.preparationCpuS.value) * measured.graviton.value;
}

/** Dossiers that a province takes in on one day, by its share of the country's communes. */
export function dossiersPerDay({ load }: CapacityInputs, share: number, factor: number): number {
  return Math.round((load.dossiersPerYear.value / load.workingDays.value) * share * factor);
}
