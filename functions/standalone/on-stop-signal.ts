/** Stops the process in good order when it is told to, and at once when it is told again. */
import { toDigitizationError } from '../../shared/errors/disposition.ts';
import type { Log } from '../../shared/telemetry/log.ts';

/** A terminal tells this process and its launcher, which passes it on: twice within a moment is once. */
const SAME_SIGNAL_MS = 1_000;
const EXIT_INTERRUPTED = 130;

export function onStopSignal(shutDown: () => Promise<void>, log: Log): void {
  let toldAtMs: number | null = null;
  const stop = () => {
    if (toldAtMs !== null) {
      if (performance.now() - toldAtMs > SAME_SIGNAL_MS) process.exit(EXIT_INTERRUPTED);
      return;
    }
    toldAtMs = performance.now();
    console.log('Đang làm nốt việc dở rồi dừng; Ctrl-C lần nữa để dừng ngay.');
    shutDown().then(
      () => process.exit(0),
      (error) => {
        log.error('stop-failed', { code: toDigitizationError(error).code });
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
