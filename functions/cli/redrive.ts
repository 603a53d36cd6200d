/** `redrive`: dead letters with their cause; with `--all` or `--code <code>` they are worked on again. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { catalogue, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { endWith } from './end-with.ts';
import { operate } from './operate.ts';

const USAGE = `Usage: npm run --silent redrive -- [--all | --code <error code>] [--step <step>] [--data <data-folder>]
  Without --all or --code the dead letters are listed with their cause, and nothing is changed.
  With RECORDS_TABLE and its sisters set, over the province's AWS queues instead.`;

await endWith(USAGE, async () => {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      code: { type: 'string' },
      step: { type: 'string' },
      data: { type: 'string' },
    },
  });
  if (values.all && values.code !== undefined) {
    console.error(USAGE);
    return 64;
  }
  const settings = loadSettings(
    { LOG_LEVEL: 'error', ...process.env },
    values.data === undefined ? {} : { dataFolder: resolve(values.data) },
  );
  if (!values.all && values.code === undefined)
    return listDeadLetters(await operate(settings, 'dead-letters'));
  const counts = await operate(settings, 'redrive', { step: values.step, code: values.code });
  for (const [step, count] of Object.entries(counts))
    if (count > 0) console.log(`${step}: ${count} redriven`);
  if (Object.values(counts).every((count) => count === 0)) console.log('Nothing to redrive.');
  return 0;
});

function listDeadLetters(letters: Awaited<ReturnType<typeof operate<'dead-letters'>>>): number {
  for (const { step, code, messageId, receiveCount, at } of letters)
    console.log(`${step}  ${code ?? '(cause unknown)'}  ${messageId}  ${receiveCount} tries  ${at}`);
  const causes = Map.groupBy(letters, ({ code }) => code);
  for (const [code, those] of causes) {
    const known = code !== null && code in catalogue ? catalogue[code as ErrorCode] : null;
    console.log(
      `${those.length} × ${code ?? '(cause unknown)'}: ${known?.en ?? 'a crash or a time-out; see the log.'}`,
    );
  }
  if (letters.length === 0) console.log('No dead letters.');
  return 0;
}
