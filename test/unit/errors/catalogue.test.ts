import { describe, expect, it } from 'vitest';
import { catalogue, type ErrorCode } from '../../../shared/errors/catalogue.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { dispositions, retryDelayMs, toDigitizationError } from '../../../shared/errors/disposition.ts';

const entries = Object.entries(catalogue);

describe('the error catalogue', () => {
  it.each(entries)(
    '%s says what is wrong and what to do, as sentences in composed Vietnamese',
    (_, entry) => {
      for (const sentence of [entry.vi, entry.remedyVi, entry.en]) {
        expect(sentence).toMatch(/^\p{Lu}.*[.]$/u);
        expect(sentence).toBe(sentence.normalize('NFC'));
      }
    },
  );

  it('has a disposition for every kind, and retries only what may pass', () => {
    for (const [code, { kind }] of entries) {
      expect(new DigitizationError(code as ErrorCode).kind).toBe(kind);
      expect(dispositions[kind]).toBeDefined();
    }
    expect(dispositions.unavailable.queue).toBe('retry');
    expect(dispositions.invalid.queue).toBe('answer');
  });

  it('waits longer after each failure, never over a minute', () => {
    expect(retryDelayMs('unavailable', 2)).toBe(2 * retryDelayMs('unavailable', 1));
    expect(retryDelayMs('unavailable', 40)).toBe(60_000);
  });

  it('calls anything unknown a defect of ours, and keeps a throttle a throttle', () => {
    expect(toDigitizationError(new Error('x'))).toMatchObject({ code: 'unexpected', kind: 'defect' });
    const throttle = new DigitizationError('engine-unavailable');
    expect(toDigitizationError(throttle)).toBe(throttle);
  });
});
