/** Carries a task's error across processes; of an unknown one only its class and place, for its text may quote papers. */
import { catalogue, type ErrorCode } from '../../errors/catalogue.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { TaskFailure } from './task-messages.ts';

const PLACE = /^ {4}at .*?([^/\\()\s]+:\d+:\d+)\)?$/m;

export function describeFailure(error: unknown): TaskFailure {
  if (error instanceof DigitizationError) return { code: error.code, detail: error.detail };
  if (!(error instanceof Error)) return { code: 'unexpected', detail: { error: typeof error } };
  const place = PLACE.exec(framesOf(error))?.[1];
  return { code: 'unexpected', detail: { error: error.constructor.name, ...(place ? { place } : {}) } };
}

/** The text of the error stands before its frames and may look like one. */
function framesOf({ stack = '', message }: Error): string {
  const messageAt = stack.indexOf(message);
  return messageAt === -1 ? '' : stack.slice(messageAt + message.length);
}

export function rebuildError({ code, detail }: TaskFailure): DigitizationError {
  return new DigitizationError(code in catalogue ? (code as ErrorCode) : 'unexpected', detail);
}
