/** Carries a task's error across processes; of an unknown one only its class and place, for its text may quote papers. */
import { catalogue, type ErrorCode } from '../../errors/catalogue.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import { framesOf } from '../../errors/frames-of.ts';
import type { TaskFailure } from './task-messages.ts';

const PLACE = /([^/\\()\s]+:\d+:\d+)\)?$/;

export function describeFailure(error: unknown): TaskFailure {
  if (error instanceof DigitizationError) return { code: error.code, detail: error.detail };
  if (!(error instanceof Error)) return { code: 'unexpected', detail: { error: typeof error } };
  const place = framesOf(error)
    .map((frame) => PLACE.exec(frame)?.[1])
    .find((found) => found !== undefined);
  return { code: 'unexpected', detail: { error: error.constructor.name, ...(place ? { place } : {}) } };
}

export function rebuildError({ code, detail }: TaskFailure): DigitizationError {
  return new DigitizationError(code in catalogue ? (code as ErrorCode) : 'unexpected', detail);
}
