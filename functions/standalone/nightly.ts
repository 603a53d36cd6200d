/** Runs something once a night, Vietnam time, as the schedule on AWS does. */
import { vietnamDate } from '../../shared/domain/vietnam-time.ts';
import type { Clock } from '../../shared/ports/clock.ts';

const LOOK_MS = 60_000;
const MS_PER_HOUR = 3_600_000;
/** After the offices, before the first of them opens. */
const FIRST_HOUR = 1;
const LAST_HOUR = 5;
const VIETNAM_OFFSET_HOURS = 7;

/** Returns how to stop; a night in which the machine was off is made up for the next. */
export function eachNight(clock: Clock, run: () => Promise<void>): () => void {
  let lastNight = '';
  const timer = setInterval(() => {
    const now = clock.now();
    const hour = (Math.floor(now.getTime() / MS_PER_HOUR) + VIETNAM_OFFSET_HOURS) % 24;
    const night = vietnamDate(now);
    if (hour < FIRST_HOUR || hour > LAST_HOUR || night === lastNight) return;
    lastNight = night;
    void run();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
