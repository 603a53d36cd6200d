/** One machine: records in SQLite, bytes in a folder, heavy work in child processes. */
import { mkdirSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { textractCapability } from '../adapters/aws/textract-capability.ts';
import { ChildProcessTaskRunner } from '../adapters/local/child-process-task-runner.ts';
import { FolderObjectStore } from '../adapters/local/folder-object-store.ts';
import { SqliteDatabase } from '../adapters/local/sqlite-database.ts';
import { SqliteDossierRepository } from '../adapters/local/sqlite-dossier-repository.ts';
import { SqliteEventPublisher } from '../adapters/local/sqlite-event-publisher.ts';
import { SqliteOutbox } from '../adapters/local/sqlite-outbox.ts';
import { SqliteSearchIndex } from '../adapters/local/sqlite-search-index.ts';
import { SqliteWorkQueue } from '../adapters/local/sqlite-work-queue.ts';
import { SystemClock } from '../adapters/local/system-clock.ts';
import type { Settings } from '../config/settings.ts';
import { requireLanguage } from '../pipeline/require-language.ts';
import { routeOf } from '../pipeline/routes.ts';
import type { Office } from '../pipeline/step.ts';
import type { Tasks } from '../pipeline/tasks.ts';
import { createLog } from '../telemetry/log.ts';

export interface LocalOffice extends Office {
  readonly repository: SqliteDossierRepository;
  readonly queue: SqliteWorkQueue;
  readonly publisher: SqliteEventPublisher;
  /** Heavy tasks done at once. */
  readonly jobs: number;
  close(): Promise<void>;
}

const MEMORY_PER_JOB_BYTES = 400e6;

/**
 * Opens, or makes, the store in `settings.dataFolder`.
 * @throws DigitizationError `storage-in-use` while another process has it open; `engine-language-missing`.
 */
export function openLocalOffice(settings: Settings): LocalOffice {
  // Engines start with the first page, in processes of their own: too late to refuse a setting.
  if (settings.ocrEngine === 'textract') requireLanguage(textractCapability, 'vi');
  const objectsFolder = join(settings.dataFolder, 'objects');
  mkdirSync(objectsFolder, { recursive: true });
  const clock = new SystemClock();
  const database = new SqliteDatabase(join(settings.dataFolder, 'records.sqlite'));
  const queue = new SqliteWorkQueue(database, clock);
  const jobs =
    settings.jobs ||
    Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_PER_JOB_BYTES)));
  const tasks = new ChildProcessTaskRunner<Tasks>({
    jobs,
    entry: new URL('./task-process.ts', import.meta.url),
    args: [objectsFolder, settings.ocrEngine],
  });
  return {
    settings,
    clock,
    log: createLog(
      settings.logLevel,
      (line) => process.stderr.write(line),
      () => clock.now(),
    ),
    store: new FolderObjectStore(objectsFolder),
    repository: new SqliteDossierRepository(database),
    outbox: new SqliteOutbox(database),
    queue,
    publisher: new SqliteEventPublisher(database, queue, (type) => routeOf(type)?.step),
    tasks,
    search: new SqliteSearchIndex(database),
    jobs,
    async close() {
      await tasks.close();
      await database.close();
    },
  };
}
