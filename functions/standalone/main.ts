/** One process, no cloud: inbox, pipeline, API and console on one machine. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { catalogue } from '../../shared/errors/catalogue.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';
import { importCatalogue, loadCatalogue } from '../../shared/pipeline/procedure-catalogue.ts';
import { applyRetention } from '../../shared/pipeline/retention.ts';
import { type LocalOffice, openLocalOffice } from '../../shared/runtime/local.ts';
import type { DemoAccount } from '../api/api-office.ts';
import { createApp } from '../api/app.ts';
import { showProgress } from '../cli/progress.ts';
import { ensureConsole } from './console-build.ts';
import { deliverFolder, readFolder } from './deliver-folder.ts';
import { closeDemoAccounts, hasOnlyDemoAccounts, isLoopback, openDemoAccounts } from './demo-accounts.ts';
import { Dispatcher } from './dispatcher.ts';
import { ErrandDesk } from './errand-desk.ts';
import { eachNight } from './nightly.ts';
import { onStopSignal } from './on-stop-signal.ts';
import { openServer } from './open-server.ts';
import { consoleServer } from './serve-console.ts';
import { InboxWatcher } from './watch-inbox.ts';

const SAMPLES = new URL('./sample/', import.meta.url);
const SAMPLE_CATALOGUE = new URL('./sample-catalogue/lay-thu-tuc.json', import.meta.url);

async function main(): Promise<void> {
  const withSample = process.argv.includes('--with-sample');
  const settings = loadSettings(withSample ? { LOG_LEVEL: 'warn', ...process.env } : process.env);
  const consoleFolder = await ensureConsole();
  const office = openLocalOffice(settings);
  office.warmUp();
  const dispatcher = new Dispatcher(office);
  const inbox = new InboxWatcher(office);
  await dispatcher.start();
  await inbox.start();
  const errands = new ErrandDesk(office);
  errands.start();
  const stopNights = eachNight(office.clock, () => letGo(office));
  await office.uploads.sweepAbandoned(office.clock.now().getTime());
  const demoAccounts = await demoAccountsFor(office, withSample);
  const app = createApp(
    { ...office, ...(demoAccounts ? { demoAccounts } : {}) },
    { console: consoleServer(consoleFolder), environment: process.env },
  );
  const server = await openServer(app.fetch, settings);
  office.log.info('listening', { host: settings.host, port: server.port });
  console.log(`Mở trình duyệt tại ${server.url}`);
  for (const { user, password, role } of demoAccounts ?? []) {
    console.log(`  Tài khoản dùng thử (${role}): ${user} / ${password}`);
  }

  if (withSample) {
    await importSampleCatalogue(office);
    await digitizeSample(office, dispatcher);
  }

  onStopSignal(async () => {
    server.close();
    stopNights();
    await errands.stop();
    await inbox.stop();
    await dispatcher.stop();
    await office.close();
  }, office.log);
}

/** A night that fails is told in the log and made up for the next. */
async function letGo(office: LocalOffice): Promise<void> {
  try {
    await applyRetention(office);
  } catch (error) {
    office.log.error('retention-failed', { code: toDigitizationError(error).code });
  }
}

/** Only where people sign in by password here, nobody else has an account yet, and nobody else can reach the machine. */
async function demoAccountsFor(office: LocalOffice, withSample: boolean): Promise<DemoAccount[] | null> {
  if (
    withSample &&
    office.sessions &&
    isLoopback(office.settings.host) &&
    (await hasOnlyDemoAccounts(office))
  ) {
    return openDemoAccounts(office);
  }
  await closeDemoAccounts(office);
  return null;
}

/** Invented, in the shape of the National Portal's; a province's own catalogue is never touched. */
async function importSampleCatalogue(office: LocalOffice): Promise<void> {
  const current = await loadCatalogue(office);
  if (current !== null && !current.isSample) return;
  const json: unknown = JSON.parse(await readFile(SAMPLE_CATALOGUE, 'utf8'));
  await importCatalogue(office, json, { isSample: true, replace: true });
}

/** Something to look at on the first day: an invented dossier goes through the whole pipeline. */
async function digitizeSample(office: LocalOffice, dispatcher: Dispatcher): Promise<void> {
  const [name] = await readdir(SAMPLES);
  const reading = await readFolder(fileURLToPath(new URL(`${name}/`, SAMPLES)));
  if (await office.repository.batch(reading.batchId)) return;
  console.log('Đang số hóa hồ sơ mẫu...');
  const progress = showProgress(office);
  await deliverFolder(office, reading);
  while (!(await dispatcher.isIdle())) await sleep(200);
  progress.stop();
  console.log('Hồ sơ mẫu đã số hóa xong: xem trên trang vừa mở.');
}

try {
  await main();
} catch (error) {
  const failure = toDigitizationError(error);
  console.error(`${catalogue[failure.code].vi} ${catalogue[failure.code].remedyVi} [${failure.message}]`);
  process.exit(dispositions[failure.kind].exitCode);
}
