/** What follows from a failure, by its kind: one table for the queue, HTTP and the command line. */

import type { ErrorKind } from './catalogue.ts';
import { DigitizationError } from './digitization-error.ts';

export interface Disposition {
  /** `answer`: the step turns it into a finding or a rejection, nothing is retried. `retry`: the same message again. */
  readonly queue: 'answer' | 'retry';
  /** Before the next try; doubled each time up to a minute. */
  readonly retryAfterMs: number;
  readonly httpStatus: number;
  /** sysexits(3) where one fits. */
  readonly exitCode: number;
}

export const dispositions: Readonly<Record<ErrorKind, Disposition>> = {
  invalid: { queue: 'answer', retryAfterMs: 0, httpStatus: 422, exitCode: 65 },
  missing: { queue: 'retry', retryAfterMs: 1_000, httpStatus: 404, exitCode: 66 },
  conflict: { queue: 'retry', retryAfterMs: 50, httpStatus: 409, exitCode: 75 },
  unreadable: { queue: 'answer', retryAfterMs: 0, httpStatus: 422, exitCode: 65 },
  unavailable: { queue: 'retry', retryAfterMs: 2_000, httpStatus: 503, exitCode: 69 },
  defect: { queue: 'retry', retryAfterMs: 500, httpStatus: 500, exitCode: 70 },
};

/** Anything unknown is a defect of ours. */
export function toDigitizationError(error: unknown): DigitizationError {
  return error instanceof DigitizationError
    ? error
    : new DigitizationError('unexpected', {}, { cause: error });
}

export function retryDelayMs(kind: ErrorKind, receiveCount: number): number {
  return Math.min(60_000, dispositions[kind].retryAfterMs * 2 ** (receiveCount - 1));
}
