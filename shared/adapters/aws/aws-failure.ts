/** Says in the catalogue's words what an AWS client threw: a service to be asked again, or a defect of ours. */
import { DigitizationError } from '../../errors/digitization-error.ts';

export type ErrorFacts = Readonly<Record<string, string | number>>;

/** Throttles by their many names; a lost connection has no HTTP status at all. */
const PASSING: ReadonlySet<string> = new Set([
  'BandwidthLimitExceeded',
  'LimitExceededException',
  'OverLimit',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'RequestTimeout',
  'SlowDown',
  'ThrottledException',
  'Throttling',
  'ThrottlingError',
  'ThrottlingException',
  'TooManyRequestsException',
  'TransactionInProgressException',
]);

/** AWS's code, HTTP status and request; never its message, which may quote what was sent. */
export function awsErrorFacts(error: unknown): ErrorFacts {
  const { httpStatusCode, requestId } = metadataOf(error);
  return {
    awsError: awsErrorCode(error),
    ...(httpStatusCode === undefined ? {} : { httpStatus: httpStatusCode }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** AWS's code is the error's name; a broken connection has its code beside it. */
export function awsErrorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = error.name === 'Error' && 'code' in error ? String(error.code) : error.name;
  return /^\w+$/.test(code) ? code : 'unknown';
}

/** A throttle, an outage or a broken line is `service-unavailable` all the way up; the rest is `unexpected`. */
export function explainAwsFailure(service: string, error: unknown): DigitizationError {
  if (error instanceof DigitizationError) return error;
  return new DigitizationError(
    isPassing(error) ? 'service-unavailable' : 'unexpected',
    { service, ...awsErrorFacts(error) },
    { cause: error },
  );
}

/** Asks, and explains what goes wrong. */
export async function ask<Answer>(service: string, request: Promise<Answer>): Promise<Answer> {
  try {
    return await request;
  } catch (error) {
    throw explainAwsFailure(service, error);
  }
}

function isPassing(error: unknown): boolean {
  if (PASSING.has(awsErrorCode(error))) return true;
  const { httpStatusCode } = metadataOf(error);
  if (httpStatusCode !== undefined) return httpStatusCode === 429 || httpStatusCode >= 500;
  return (
    error instanceof Error && (isTimeout(error) || ('code' in error && /^E[A-Z_]+$/.test(String(error.code))))
  );
}

function isTimeout({ name }: Error): boolean {
  return name === 'TimeoutError' || name === 'AbortError';
}

function metadataOf(error: unknown): { httpStatusCode?: number; requestId?: string } {
  const hasMetadata = error instanceof Error && '$metadata' in error;
  return hasMetadata ? (error.$metadata as { httpStatusCode?: number; requestId?: string }) : {};
}
