/** `retention [--dry-run]`: deletes what the settings let go; the server does the same each night by itself. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { endWith } from './end-with.ts';
import { operate } from './operate.ts';

const USAGE = `Usage: npm run --silent retention -- [--dry-run] [--data <data-folder>]
  RAW_SCAN_DAYS and FINAL_DAYS say how long; 0 keeps for ever.`;

await endWith(USAGE, async () => {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false }, data: { type: 'string' } },
  });
  const settings = loadSettings(
    { LOG_LEVEL: 'error', ...process.env },
    values.data === undefined ? {} : { dataFolder: resolve(values.data) },
  );
  const dryRun = values['dry-run'];
  const { batches, removedFiles, removedObjects, removedLeftovers } = await operate(settings, 'retention', {
    dryRun,
  });
  for (const [decision, count] of Object.entries(batches)) console.log(`${count} batches: ${decision}`);
  console.log(
    `${dryRun ? 'Would remove' : 'Removed'} ${removedObjects} objects, ${removedFiles} of them finished files.`,
  );
  if (removedLeftovers > 0) console.log(`${removedLeftovers} older versions of large records with them.`);
  return 0;
});
