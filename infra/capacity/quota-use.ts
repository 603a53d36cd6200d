/** How much of each AWS quota a day's peak takes. */
import type { CapacityInputs } from './inputs.ts';
import type { DayOutcome } from './simulate-day.ts';

export interface QuotaUse {
  readonly quota: string;
  readonly used: number;
  readonly limit: number;
}

/** Objects written a second at the peak: each page in intake and reading, each file once. */
const WRITES_PER_PAGE_AT_PEAK = 3;
/** A batch is one partition: the largest office's scanner feeds it, and all its pages are saved there. */
const WRITE_UNITS_PER_PAGE = 14;

export function quotaUse(inputs: CapacityInputs, day: DayOutcome, readingS: number): QuotaUse[] {
  const { quotas, load } = inputs;
  const pagesPerS = day.mostAtOnce / readingS;
  const perBatchPagesPerS = 1 / load.scannerSPerPage.value;
  return [
    {
      quota: 'Lambda at once (account, region)',
      used: day.mostAtOnce,
      limit: quotas.lambdaConcurrency.value,
    },
    {
      quota: 'Lambda at once from one queue',
      used: day.mostAtOnce,
      limit: quotas.lambdaSourceConcurrency.value,
    },
    { quota: 'SQS messages in flight', used: day.mostAtOnce, limit: quotas.sqsInFlight.value },
    {
      quota: 'S3 writes a second, one prefix',
      used: pagesPerS * WRITES_PER_PAGE_AT_PEAK,
      limit: quotas.s3WritesPerS.value,
    },
    {
      quota: 'DynamoDB write units a second, one batch',
      used: perBatchPagesPerS * WRITE_UNITS_PER_PAGE,
      limit: quotas.dynamoWritesPerSPartition.value,
    },
  ];
}
