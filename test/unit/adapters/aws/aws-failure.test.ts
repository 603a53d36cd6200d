import { describe, expect, it } from 'vitest';
import { ask, explainAwsFailure } from '../../../../shared/adapters/aws/aws-failure.ts';
import { DigitizationError } from '../../../../shared/errors/digitization-error.ts';

function awsError(name: string, httpStatusCode?: number): Error {
  const $metadata = { ...(httpStatusCode === undefined ? {} : { httpStatusCode }), requestId: 'r-1' };
  return Object.assign(new Error('Lê Thị Mẫu was sent'), { name, $metadata });
}

describe('failures of AWS clients', () => {
  it.each([
    ['ThrottlingException', 400],
    ['ProvisionedThroughputExceededException', 400],
    ['RequestThrottled', 403],
    ['SlowDown', 503],
    ['InternalError', 500],
    ['TooManyRequestsException', 429],
  ])('%s is a service to be asked again', (name, status) => {
    expect(explainAwsFailure('sqs', awsError(name, status))).toMatchObject({
      code: 'service-unavailable',
      kind: 'unavailable',
      detail: { service: 'sqs', awsError: name, httpStatus: status, requestId: 'r-1' },
    });
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'])('a line that broke (%s) is too', (code) => {
    const error = Object.assign(new Error(), { code });
    expect(explainAwsFailure('s3', error)).toMatchObject({
      code: 'service-unavailable',
      detail: { awsError: code },
    });
  });

  it.each([
    ['AccessDenied', 403],
    ['ValidationException', 400],
  ])('%s is a defect of ours, and is not asked again as if it would pass', (name, status) => {
    expect(explainAwsFailure('dynamodb', awsError(name, status))).toMatchObject({ code: 'unexpected' });
  });

  it('a programming error is one too', () => {
    expect(explainAwsFailure('s3', new TypeError('x')).code).toBe('unexpected');
  });

  it('never says what was sent', () => {
    expect(JSON.stringify(explainAwsFailure('s3', awsError('SlowDown', 503)))).not.toContain('Mẫu');
  });

  it('is never wrapped twice', async () => {
    const throttled = new DigitizationError('service-unavailable', { service: 's3' });
    await expect(ask('dynamodb', Promise.reject(throttled))).rejects.toBe(throttled);
  });
});
