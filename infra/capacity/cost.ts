/** What a thousand pages cost on AWS, item by item, in USD. */
import { needsOf } from '../function-needs.ts';
import { type CapacityInputs, readingSeconds } from './inputs.ts';

export interface CostItem {
  readonly what: string;
  readonly usd: number;
}

const PAGES = 1_000;
/** Announcement, attachment and indexing: mostly waiting for the network, seconds per message. */
const SMALL_S = 0.15;
/** Counted in the code: saves per page and their items, two write units each in a transaction. */
const WRITE_UNITS_PER_PAGE = 14;
const READ_UNITS_PER_PAGE = 20;
const OBJECT_WRITES_PER_PAGE = 4;
const OBJECT_READS_PER_PAGE = 6;
/** Send, receive, delete. */
const QUEUE_REQUESTS_PER_MESSAGE = 3;

/** Storage is that of one month, once all of the raw scans' days are filled. */
export function costPerThousandPages(inputs: CapacityInputs, rawScanDays: number): CostItem[] {
  const { measured, load, prices } = inputs;
  const dossiers = PAGES / load.pagesPerDossier.value;
  const files = dossiers * load.papersPerDossier.value;
  const messages = PAGES * 2 + dossiers * 3 + files;
  const cpu = measured.graviton.value;
  const gbS =
    (PAGES * readingSeconds(inputs) * needsOf('recognition').memoryMb +
      PAGES * measured.intakeCpuS.value * cpu * needsOf('intake').memoryMb +
      dossiers * measured.validationCpuS.value * cpu * needsOf('validation').memoryMb +
      PAGES * measured.assemblyCpuS.value * cpu * needsOf('assembly').memoryMb +
      messages * SMALL_S * needsOf('announcement').memoryMb) /
    1_024;
  const inRegion = (usd: number) => usd * prices.regionFactor.value;
  const gbKept = (PAGES * (load.scanMb.value * 2 * (rawScanDays / 30) + load.finalMb.value)) / 1_024;
  return [
    { what: 'functions', usd: inRegion(gbS * prices.lambdaGbSecond.value) },
    { what: 'function requests', usd: inRegion((messages * 2 * prices.lambdaMillionRequests.value) / 1e6) },
    {
      what: 'records',
      usd: inRegion(
        (PAGES *
          (WRITE_UNITS_PER_PAGE * prices.dynamoMillionWrites.value +
            READ_UNITS_PER_PAGE * prices.dynamoMillionReads.value)) /
          1e6,
      ),
    },
    {
      what: 'object requests',
      usd: inRegion(
        (PAGES *
          (OBJECT_WRITES_PER_PAGE * prices.s3ThousandWrites.value +
            OBJECT_READS_PER_PAGE * prices.s3ThousandReads.value)) /
          1_000,
      ),
    },
    {
      what: 'queues and bus',
      usd: inRegion(
        (messages * QUEUE_REQUESTS_PER_MESSAGE * prices.sqsMillionRequests.value +
          (PAGES + files) * prices.eventBridgeMillionEvents.value) /
          1e6,
      ),
    },
    { what: `storage, a month (raw scans ${rawScanDays} days)`, usd: gbKept * prices.s3GbMonth.value },
  ];
}

export function totalOf(items: readonly CostItem[]): number {
  return items.reduce((sum, { usd }) => sum + usd, 0);
}
