/** Counts requests by who sends them, in windows of a minute; memory stays bounded. */
import type { Context } from 'hono';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import type { Clock } from '../../shared/ports/clock.ts';

const WINDOW_MS = 60_000;
const MOST_KEYS = 10_000;

/** Returns a check that throws `too-many-requests` beyond `perMinute` of one key. */
export function limitRate(clock: Clock, perMinute: number): (key: string) => void {
  let windowStartMs = 0;
  const counts = new Map<string, number>();
  return (key) => {
    const nowMs = clock.now().getTime();
    if (nowMs - windowStartMs >= WINDOW_MS || counts.size > MOST_KEYS) {
      windowStartMs = nowMs;
      counts.clear();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > perMinute) throw new DigitizationError('too-many-requests');
  };
}

interface Carrier {
  /** Node's server. */
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
  /** API Gateway, payload 2.0. */
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string } };
}

/** As the carrier saw it; headers are the sender's own words. */
export function addressOf(context: Context): string {
  const carrier = context.env as Carrier | undefined;
  return carrier?.incoming?.socket?.remoteAddress ?? carrier?.requestContext?.http?.sourceIp ?? 'unknown';
}
