/** Does an errand itself where nothing else runs, else asks the process that owns the store. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '../../shared/config/settings.ts';
import { catalogue, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { type LocalOffice, openLocalOffice } from '../../shared/runtime/local.ts';
import { ANSWERED, ASKED, type ErrandAnswer, errandFolder } from '../standalone/errand-desk.ts';
import { type ErrandName, errands } from '../standalone/errands.ts';

const LOOK_MS = 200;
/** A desk looks twice a second; copying or comparing much takes longer. */
const PATIENCE_MS = 10 * 60_000;

/** `storage-in-use` when the process that owns the store does not answer. */
export async function runErrand<Name extends ErrandName>(
  settings: Settings,
  errand: Name,
  request: unknown = {},
): Promise<Awaited<ReturnType<(typeof errands)[Name]>>> {
  const office = openIfFree(settings);
  if (!office) return (await ask(settings, errand, request)) as never;
  try {
    return (await errands[errand](office, request)) as never;
  } finally {
    await office.close();
  }
}

function openIfFree(settings: Settings): LocalOffice | null {
  // Opening makes a store where there is none: a mistyped folder must not be answered with "nothing wrong".
  if (!existsSync(join(settings.dataFolder, 'records.sqlite'))) throw new DigitizationError('folder-missing');
  try {
    return openLocalOffice(settings);
  } catch (error) {
    if (error instanceof DigitizationError && error.code === 'storage-in-use') return null;
    throw error;
  }
}

async function ask(settings: Settings, errand: string, request: unknown): Promise<unknown> {
  const asked = join(errandFolder(settings.dataFolder), `${randomUUID()}${ASKED}`);
  const answered = asked.replace(ASKED, ANSWERED);
  if (!existsSync(errandFolder(settings.dataFolder))) throw new DigitizationError('storage-in-use');
  await writeFile(`${asked}.part`, JSON.stringify({ errand, request }));
  await rename(`${asked}.part`, asked);
  const giveUpAtMs = Date.now() + PATIENCE_MS;
  while (!existsSync(answered)) {
    if (Date.now() > giveUpAtMs) {
      await rm(asked, { force: true });
      throw new DigitizationError('storage-in-use');
    }
    await sleep(LOOK_MS);
  }
  const answer = JSON.parse(await readFile(answered, 'utf8')) as ErrandAnswer;
  await rm(answered);
  if ('answer' in answer) return answer.answer;
  const code = answer.failure.code in catalogue ? (answer.failure.code as ErrorCode) : 'unexpected';
  throw new DigitizationError(code, answer.failure.detail as Record<string, string>);
}
