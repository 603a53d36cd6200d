/** One process, no cloud: inbox, pipeline, API and first page on one machine. */
import { serve } from '@hono/node-server';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { catalogue } from '../../shared/errors/catalogue.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';
import { openLocalOffice } from '../../shared/runtime/local.ts';
import { createApp } from '../api/app.ts';
import { Dispatcher } from './dispatcher.ts';
import { InboxWatcher } from './watch-inbox.ts';

async function main(): Promise<void> {
  const settings = loadSettings(process.env);
  const office = openLocalOffice(settings);
  const dispatcher = new Dispatcher(office);
  const inbox = new InboxWatcher(office);
  await dispatcher.start();
  await inbox.start();
  const server = serve(
    { fetch: createApp(office).fetch, hostname: settings.host, port: settings.port },
    ({ port }) => {
      office.log.info('listening', { host: settings.host, port });
      console.log(
        `Mở trình duyệt tại http://${settings.host === '127.0.0.1' ? 'localhost' : settings.host}:${port}`,
      );
    },
  );

  const shutDown = async () => {
    server.close();
    await inbox.stop();
    await dispatcher.stop();
    await office.close();
    process.exit(0);
  };
  process.once('SIGTERM', shutDown);
  process.once('SIGINT', shutDown);
}

try {
  await main();
} catch (error) {
  const failure = toDigitizationError(error);
  console.error(`${catalogue[failure.code].vi} ${catalogue[failure.code].remedyVi} [${failure.message}]`);
  process.exit(dispositions[failure.kind].exitCode);
}
