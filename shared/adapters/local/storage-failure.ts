/** Says what a failing disk or database file means to the person who runs the machine. */
import type { ErrorCode } from '../../errors/catalogue.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';

const FULL_DISK = new Set(['ENOSPC', 'EDQUOT']);

/** Primary result codes of https://www.sqlite.org/rescode.html */
const SQLITE_FAILURES = new Map<number, ErrorCode>([
  [5, 'storage-in-use'],
  [11, 'storage-damaged'],
  [13, 'storage-full'],
  [26, 'storage-damaged'],
]);

/** Returns what it was given where there is nothing to add. */
export function nameStorageFailure(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (FULL_DISK.has(String(error.code))) return new DigitizationError('storage-full', {}, { cause: error });
  if (error.code !== 'ERR_SQLITE_ERROR' || !('errcode' in error)) return error;
  const code = SQLITE_FAILURES.get(Number(error.errcode) & 0xff);
  return code === undefined ? error : new DigitizationError(code, {}, { cause: error });
}
