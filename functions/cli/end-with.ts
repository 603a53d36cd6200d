/** How a command of ours ends: its exit code, or the failure's sentence, remedy and exit code. */
import { catalogue } from '../../shared/errors/catalogue.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';

const WRONG_USAGE = 64;

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
    if (process.env.LOG_LEVEL === 'debug' || failure.code === 'unexpected') console.error(failure.cause);
    process.exitCode = dispositions[failure.kind].exitCode;
  }
}
