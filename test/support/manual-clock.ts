/** A clock that stands still until a test moves it. */
import type { Clock } from '../../shared/ports/clock.ts';

export class ManualClock implements Clock {
  #nowMs = Date.parse('2026-01-05T02:00:00.000Z');

  now(): Date {
    return new Date(this.#nowMs);
  }

  advance(ms: number): void {
    this.#nowMs += ms;
  }
}
