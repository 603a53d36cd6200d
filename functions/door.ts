/** The door every message comes through: log context around the step, and from a failure to what follows. */
import type { ErrorCode } from '../shared/errors/catalogue.ts';
import type { DigitizationError } from '../shared/errors/digitization-error.ts';
import { retryDelayMs, toDigitizationError } from '../shared/errors/disposition.ts';
import { framesOf } from '../shared/errors/frames-of.ts';
import type { StepName } from '../shared/pipeline/routes.ts';
import type { Office, Step } from '../shared/pipeline/step.ts';
import type { Delivery } from '../shared/ports/work-queue.ts';

const FRAMES_TOLD = 6;

export type Outcome =
  | { readonly done: true }
  | { readonly done: false; readonly retryAfterMs: number; readonly code: ErrorCode };

/** Never throws: a message is either handled or to be shown again after a while. */
export async function takeMessage(
  name: StepName,
  step: Step,
  delivery: Delivery,
  office: Office,
): Promise<Outcome> {
  const { message, receiveCount } = delivery;
  const context = { step: name, messageId: message.id, receiveCount };
  office.log.info('step-started', context);
  try {
    await step({ message, receiveCount, isLastTry: receiveCount >= office.settings.maxReceives }, office);
    office.log.info('step-done', context);
    return { done: true };
  } catch (error) {
    const failure = toDigitizationError(error);
    reportFailure(failure, context, office);
    return { done: false, retryAfterMs: retryDelayMs(failure.kind, receiveCount), code: failure.code };
  }
}

/** The stack names our files, never what is on a page; messages of foreign errors may, so they are left out. */
function reportFailure(
  failure: DigitizationError,
  context: Record<string, string | number>,
  { log }: Office,
): void {
  const { code, kind, detail } = failure;
  const origin = failure.cause instanceof Error ? failure.cause : failure;
  const where = kind === 'defect' ? { stack: sayWhere(origin) } : {};
  log[kind === 'defect' ? 'error' : 'warn']('step-failed', { ...context, ...detail, code, kind, ...where });
}

function sayWhere(error: Error): string {
  return `${error.name} ${framesOf(error).slice(0, FRAMES_TOLD).join(' | ')}`;
}
