/** `reconcile`: compares stored originals and files with the record and names every gap. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { endWith } from './end-with.ts';
import { operate } from './operate.ts';
import { printReconciliation } from './print-reconciliation.ts';

const USAGE = `Usage: npm run --silent reconcile -- [--data <data-folder>] [--json]
  With RECORDS_TABLE and its sisters set, over the province's AWS resources instead.`;

await endWith(USAGE, async () => {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const settings = loadSettings(
    { LOG_LEVEL: 'error', ...process.env },
    values.data === undefined ? {} : { dataFolder: resolve(values.data) },
  );
  const report = await operate(settings, 'reconcile');
  if (!values.json) return printReconciliation(report);
  console.log(JSON.stringify(report, null, 1));
  return report.gaps.length === 0 ? 0 : 1;
});
