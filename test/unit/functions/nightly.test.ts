import { afterEach, describe, expect, it, vi } from 'vitest';
import { eachNight } from '../../../functions/standalone/nightly.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('eachNight', () => {
  it('runs once between 1 and 6 in the morning in Vietnam, each night', () => {
    vi.useFakeTimers({ now: new Date('2026-01-05T03:00:00.000Z') });
    let runs = 0;
    const stop = eachNight({ now: () => new Date() }, async () => {
      runs++;
    });
    const hours = (count: number) => vi.advanceTimersByTime(count * 3_600_000);
    hours(14);
    expect(runs).toBe(0);
    hours(3);
    expect(runs).toBe(1);
    hours(24);
    expect(runs).toBe(2);
    stop();
    hours(48);
    expect(runs).toBe(2);
  });
});
