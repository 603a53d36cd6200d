/** What each function needs and nothing more: size, time, and the key prefixes it may read, write or remove. */
import type { StepName } from '../shared/pipeline/routes.ts';

export type FunctionName = StepName | 'announcement' | 'retention' | 'api';

export interface FunctionNeeds {
  /** 1,769 MB is one whole processor; imaging and reading use exactly one. */
  readonly memoryMb: number;
  readonly timeoutS: number;
  /** Key prefixes; `originals/` and `quarantine/` lie in buckets of their own. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly removes: readonly string[];
  /** May remove an original under lock: secret papers leave at once, by law. */
  readonly bypassesLock?: true;
}

const ONE_PROCESSOR_MB = 1_769;

/** Recognition's is the province's quota; the other steps are done in moments. */
export const OTHER_STEPS_AT_ONCE = 20;

/** Records over 32 kB spill into the object store; who reads or commits records reaches them. */
const RECORDS = 'records/';

const none = { reads: [RECORDS], writes: [RECORDS], removes: [] } as const;

/** A step that the route table gained gets this until it says more. */
const MODEST: FunctionNeeds = { memoryMb: 512, timeoutS: 60, ...none };

const needs: Readonly<Partial<Record<FunctionName, FunctionNeeds>>> = {
  intake: {
    memoryMb: 3_008,
    // The largest scan may take `EXPLODE_TIMEOUT_MS` and two seconds a megabyte.
    timeoutS: 600,
    reads: [RECORDS, 'originals/', 'pages/', 'carried-texts/'],
    writes: [RECORDS, 'pages/', 'carried-texts/'],
    removes: ['pages/', 'carried-texts/'],
  },
  recognition: {
    memoryMb: ONE_PROCESSOR_MB,
    timeoutS: 150,
    reads: [RECORDS, 'originals/', 'pages/', 'carried-texts/', 'texts/'],
    writes: [RECORDS, 'texts/', 'quarantine/'],
    removes: ['originals/', 'pages/', 'carried-texts/', 'texts/'],
    bypassesLock: true,
  },
  validation: {
    memoryMb: 1_024,
    timeoutS: 120,
    reads: [RECORDS, 'originals/', 'pages/', 'texts/', 'catalogue/'],
    writes: [RECORDS, 'texts/', 'quarantine/'],
    removes: ['originals/', 'pages/', 'carried-texts/', 'texts/', 'files/'],
    bypassesLock: true,
  },
  assembly: {
    memoryMb: 3_008,
    timeoutS: 180,
    reads: [RECORDS, 'originals/', 'pages/', 'texts/'],
    writes: [RECORDS, 'files/'],
    removes: [],
  },
  attachment: { memoryMb: 512, timeoutS: 30, ...none },
  indexing: {
    memoryMb: 512,
    timeoutS: 30,
    reads: [RECORDS, 'texts/'],
    writes: [RECORDS],
    // The text of an entry that a newer one replaces.
    removes: [`${RECORDS}search/`],
  },
  announcement: { memoryMb: 512, timeoutS: 50, ...none },
  retention: {
    memoryMb: 512,
    timeoutS: 840,
    reads: [RECORDS],
    writes: [RECORDS],
    // Bodies that a record no longer names.
    removes: ['originals/', 'pages/', 'carried-texts/', 'texts/', 'files/', 'quarantine/', RECORDS],
  },
  api: {
    memoryMb: 1_024,
    // API Gateway gives up after 30 seconds.
    timeoutS: 29,
    reads: [RECORDS, 'originals/', 'pages/', 'texts/', 'files/', 'catalogue/', 'uploads/', 'downloads/'],
    writes: [RECORDS, 'originals/', 'uploads/', 'catalogue/', 'downloads/'],
    removes: ['uploads/'],
  },
};

export function needsOf(name: FunctionName): FunctionNeeds {
  return needs[name] ?? MODEST;
}

/** A message is hidden six times as long as its function may run, as Lambda's event sources ask for. */
export function visibilityTimeoutS(step: StepName): number {
  return needsOf(step).timeoutS * 6;
}
