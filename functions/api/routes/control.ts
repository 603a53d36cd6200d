/** The control room: what waits and how long, what failed and what to do, who scans how well, and how all is set. */
import { Hono } from 'hono';
import { z } from 'zod';
import { sourceOfSetting } from '../../../shared/config/setting-sources.ts';
import { settingsTable } from '../../../shared/config/settings.ts';
import { settingsVi } from '../../../shared/config/settings-vi.ts';
import { vietnamDate } from '../../../shared/domain/vietnam-time.ts';
import { catalogue, type ErrorCode } from '../../../shared/errors/catalogue.ts';
import { steps } from '../../../shared/pipeline/routes.ts';
import type { ApiOffice } from '../api-office.ts';
import { figuresOf, officeNameOf, officeOf, recentDeliveries } from '../desk-figures.ts';
import type { ApiEnvironment } from '../environment.ts';
import { noteActs } from '../note-acts.ts';
import { readJson } from '../request.ts';
import { targetFigures } from '../targets.ts';

const DEAD_SHOWN = 1_000;
const LISTED = 1_000;
const ACTS_SHOWN = 500;
const MS_PER_MINUTE = 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

const redriving = z.object({
  queue: z.enum(steps as [string, ...string[]]),
  code: z.string().max(80).optional(),
});

/** @param environment that the settings were read from */
export function controlRoutes(office: ApiOffice, environment: Environment): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
    .get('/control/flow', async (context) => context.json(await flowOf(office)))
    .get('/control/failures', async (context) => context.json(await failuresOf(office)))
    .get('/control/offices', async (context) => {
      const byOffice = Map.groupBy(await recentDeliveries(office), officeOf);
      const { directory } = office;
      // An office that delivers nothing is the first that somebody should ask.
      for (const { code } of directory?.offices ?? []) if (!byOffice.has(code)) byOffice.set(code, []);
      const rows = [...byOffice].map(([officeCode, deliveries]) => ({
        officeCode,
        name: officeNameOf(directory, deliveries, officeCode),
        ...figuresOf(deliveries),
      }));
      return context.json(rows);
    })
    .get('/control/clerks', async (context) => {
      const atDesks = (await recentDeliveries(office)).filter(({ batch }) => batch.createdBy !== undefined);
      const byClerk = Map.groupBy(atDesks, ({ batch }) => batch.createdBy!.id);
      const rows = [...byClerk].map(([userId, deliveries]) => ({
        userId,
        name: deliveries[0]!.batch.createdBy!.name,
        officeCode: officeOf(deliveries[0]!),
        officeName: officeNameOf(office.directory, deliveries, officeOf(deliveries[0]!)),
        ...figuresOf(deliveries),
      }));
      return context.json(rows);
    })
    .get('/control/settings', (context) => context.json(settingsOf(office, environment)))
    .get('/control/acts', async (context) => context.json(await office.adminActs.list(ACTS_SHOWN)))
    .post('/control/redrive', async (context) => {
      const { queue, code } = await readJson(context, redriving);
      const redriven = await office.queue.redrive(queue, code);
      office.log.info('redriven', { queue, code: code ?? null, redriven });
      const done = {
        kind: 'redriven' as const,
        detail: code === undefined ? String(redriven) : `${redriven} × ${code}`,
      };
      await noteActs(office, context.var.person, queue, [done]);
      return context.json({ redriven });
    });
}

async function flowOf({ queue, repository, clock, settings }: ApiOffice) {
  const [batches, dossiers] = await Promise.all([
    repository.listBatches(LISTED),
    repository.listDossiers(LISTED),
  ]);
  const today = vietnamDate(clock.now());
  const isToday = (instant: string) => vietnamDate(new Date(instant)) === today;
  const todays = batches.filter((batch) => isToday(batch.openedAt));
  const pages = await Promise.all(todays.map((batch) => repository.pagesOf(batch.batchId)));
  return {
    steps: await Promise.all(
      steps.map(async (step) => {
        const depth = await queue.depth(step);
        const isLate = (depth.oldestAgeMs ?? 0) > settings.pageAgeMinutes * MS_PER_MINUTE;
        return { step, ...depth, isLate };
      }),
    ),
    targets: targetFigures(dossiers, settings),
    openBatches: batches.filter((batch) => batch.state === 'open' && !batch.practice).length,
    pagesToday: pages.flat().length,
    dossiersToday: dossiers.filter((dossier) => isToday(dossier.createdAt)).length,
  };
}

/** Dead letters by queue and cause; the remedy is the catalogue's. */
async function failuresOf({ queue }: ApiOffice) {
  const dead = await queue.deadLetters(DEAD_SHOWN);
  const groups = Map.groupBy(dead, (letter) => `${letter.queue} ${letter.code ?? 'unexpected'}`);
  return [...groups.values()].map((letters) => {
    const { queue: name, code } = letters[0]!;
    const known = catalogue[(code ?? 'unexpected') as ErrorCode] ?? catalogue.unexpected;
    return {
      queue: name,
      code,
      count: letters.length,
      oldestAt: letters.map((letter) => letter.message.at).sort()[0],
      message: known.vi,
      remedy: known.remedyVi,
      actor: known.actor,
    };
  });
}

/** Hashes of tokens are no secrets, but nobody needs to read them either. */
const HIDDEN = new Set(['portalTokenHashes']);

function settingsOf({ settings }: ApiOffice, environment: Environment) {
  return Object.entries(settingsTable).map(([key, { env, unit, meaning }]) => {
    const name = key as keyof typeof settingsTable;
    const value = settings[name];
    return {
      name,
      env,
      value: HIDDEN.has(name) && value !== '' ? '…' : value,
      source: sourceOfSetting(env, environment),
      unit,
      meaning,
      meaningVi: settingsVi[name],
    };
  });
}
