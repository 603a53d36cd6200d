/** `restore --from <folder> --to <data folder>`: a backup becomes a store again, and every gap in it is named. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { restoreBackup } from './backup-folder.ts';
import { endWith } from './end-with.ts';
import { printReconciliation } from './print-reconciliation.ts';
import { runErrand } from './run-errand.ts';

const USAGE = `Usage: npm run --silent restore -- --from <backup-folder> --to <data-folder>
  The data folder must hold no records yet. Start the server with DATA_FOLDER set to it.`;

await endWith(USAGE, async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
  if (values.from === undefined || values.to === undefined) {
    console.error(USAGE);
    return 64;
  }
  const dataFolder = resolve(values.to);
  const manifest = await restoreBackup(resolve(values.from), dataFolder);
  console.log(`${values.to}: ${manifest.objects} objects, records of ${manifest.at}`);
  const settings = loadSettings({ LOG_LEVEL: 'error', ...process.env }, { dataFolder });
  return printReconciliation(await runErrand(settings, 'reconcile'));
});
