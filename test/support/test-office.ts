/** An office on `:memory:` and a temporary folder, and a clerk's helper who carries messages in any order a test wants. */

import { takeMessage } from '../../functions/door.ts';
import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { InlineTaskRunner } from '../../shared/adapters/local/inline-task-runner.ts';
import { SqliteDatabase } from '../../shared/adapters/local/sqlite-database.ts';
import { SqliteDossierRepository } from '../../shared/adapters/local/sqlite-dossier-repository.ts';
import { SqliteEventPublisher } from '../../shared/adapters/local/sqlite-event-publisher.ts';
import { SqliteOutbox } from '../../shared/adapters/local/sqlite-outbox.ts';
import { SqliteSearchIndex } from '../../shared/adapters/local/sqlite-search-index.ts';
import { SqliteWorkQueue } from '../../shared/adapters/local/sqlite-work-queue.ts';
import { loadSettings } from '../../shared/config/load-settings.ts';
import { announce } from '../../shared/pipeline/announcement.ts';
import { assembly } from '../../shared/pipeline/assembly.ts';
import { attachment } from '../../shared/pipeline/attachment.ts';
import { indexing } from '../../shared/pipeline/indexing.ts';
import { intake } from '../../shared/pipeline/intake.ts';
import { recognition } from '../../shared/pipeline/recognition.ts';
import { routeOf, type StepName, steps } from '../../shared/pipeline/routes.ts';
import type { Office, Step } from '../../shared/pipeline/step.ts';
import type { Tasks } from '../../shared/pipeline/tasks.ts';
import { validation } from '../../shared/pipeline/validation.ts';
import type { Delivery } from '../../shared/ports/work-queue.ts';
import { createLog } from '../../shared/telemetry/log.ts';
import { ManualClock } from './manual-clock.ts';
import { type ScriptedFaults, scriptedTasks } from './scripted-tasks.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const STEPS: Readonly<Record<StepName, Step>> = {
  intake,
  recognition,
  validation,
  assembly,
  attachment,
  indexing,
};

export interface TestOffice extends Office {
  readonly clock: ManualClock;
  readonly publisher: SqliteEventPublisher;
  readonly logged: string[];
  /** Where the objects lie. */
  readonly objectsFolder: string;
}

export async function openTestOffice(faults: ScriptedFaults = {}): Promise<TestOffice> {
  const objectsFolder = await makeTemporaryFolder();
  const store = new FolderObjectStore(objectsFolder);
  const database = new SqliteDatabase(':memory:');
  const clock = new ManualClock();
  const queue = new SqliteWorkQueue(database, clock);
  const logged: string[] = [];
  return {
    settings: loadSettings({}),
    clock,
    log: createLog(
      'debug',
      (line) => logged.push(line),
      () => clock.now(),
    ),
    logged,
    store,
    objectsFolder,
    repository: new SqliteDossierRepository(database),
    outbox: new SqliteOutbox(database),
    queue,
    publisher: new SqliteEventPublisher(database, queue, (type) => routeOf(type)?.step),
    search: new SqliteSearchIndex(database),
    tasks: new InlineTaskRunner<Tasks>(scriptedTasks(store, faults)),
  };
}

export interface Carrying {
  /** Every message is handed over this often, at once. */
  readonly copies?: number;
  /** Order of what is handed over together. */
  readonly shuffle?: <T>(items: readonly T[]) => T[];
  /** What a step is given of the office; all of it otherwise. */
  readonly officeFor?: (step: StepName) => Office;
}

/** Carries messages until nothing moves, waiting out every delay by the clock. */
export async function carryOn(
  office: TestOffice,
  { copies = 1, shuffle = (items) => [...items], officeFor = () => office }: Carrying = {},
) {
  const options = { max: 1_000, visibilityMs: 60_000, maxReceives: office.settings.maxReceives };
  for (;;) {
    let moved = await announce(office);
    for (const step of steps) {
      const deliveries = await office.queue.receive(step, options);
      moved += deliveries.length;
      const copied = shuffle(deliveries.flatMap((delivery) => Array<Delivery>(copies).fill(delivery)));
      await Promise.all(copied.map((delivery) => carry(officeFor(step), step, delivery)));
    }
    if (moved > 0) continue;
    const depths = await Promise.all(steps.map((step) => office.queue.depth(step)));
    if (depths.every((depth) => depth.waiting + depth.inFlight === 0)) return;
    office.clock.advance(60_000);
  }
}

async function carry(office: Office, step: StepName, delivery: Delivery): Promise<void> {
  const outcome = await takeMessage(step, STEPS[step], delivery, office);
  if (outcome.done) await office.queue.acknowledge(step, delivery.receipt);
  else await office.queue.release(step, delivery.receipt, outcome.retryAfterMs, outcome.code);
}
