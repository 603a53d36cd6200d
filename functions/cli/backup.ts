/** `backup --to <folder>`: copies records and files while the server works; `restore` brings them back elsewhere. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { writeBackup } from './backup-folder.ts';
import { endWith } from './end-with.ts';
import { runErrand } from './run-errand.ts';

const USAGE = `Usage: npm run --silent backup -- --to <folder> [--data <data-folder>]
  Works while the server runs. The same folder again copies only what changed.`;

await endWith(USAGE, async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' }, data: { type: 'string' } } });
  if (values.to === undefined) {
    console.error(USAGE);
    return 64;
  }
  const settings = loadSettings(
    { LOG_LEVEL: 'error', ...process.env },
    values.data === undefined ? {} : { dataFolder: resolve(values.data) },
  );
  const manifest = await writeBackup(settings.dataFolder, resolve(values.to), new Date(), async (path) => {
    await runErrand(settings, 'copy-records', { to: path });
  });
  console.log(
    `${values.to}: ${manifest.objects} objects, ${manifest.bytes} bytes, records of ${manifest.at}`,
  );
  return 0;
});
