/** How a command of ours ends: its exit code, or the failure's sentence, remedy and exit code. */
import { catalogue } from '../../shared/errors/catalogue.ts';
import type { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';
import { framesOf } from '../../shared/errors/frames-of.ts';

/** EX_USAGE of sysexits(3). */
export const WRONG_USAGE = 64;

/** @param main gives the exit code */
export async function endWith(usage: string, main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      console.error(usage);
      process.exitCode = WRONG_USAGE;
      return;
    }
    const failure = toDigitizationError(error);
    const { vi, remedyVi, en } = catalogue[failure.code];
    console.error(`${vi} ${remedyVi}\n${en} [${failure.message}]`);
    sayOrigin(failure);
    process.exitCode = dispositions[failure.kind].exitCode;
  }
}

/** What a foreign error says may quote a paper, and this output may be a log: only who asks for it sees it. */
function sayOrigin({ code, cause }: DigitizationError): void {
  if (process.env.LOG_LEVEL === 'debug') console.error(cause);
  else if (code === 'unexpected' && cause instanceof Error)
    console.error([cause.name, ...framesOf(cause)].join('\n  '));
}
