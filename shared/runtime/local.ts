/** One machine: records in SQLite, bytes in a folder, heavy work in child processes. */
import { mkdirSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { textractCapability } from '../adapters/aws/textract-capability.ts';
import { ChildProcessTaskRunner } from '../adapters/local/child-process-task-runner.ts';
import { CryptoRandomIds } from '../adapters/local/crypto-random-ids.ts';
import { FolderObjectInventory } from '../adapters/local/folder-object-inventory.ts';
import { FolderObjectStore } from '../adapters/local/folder-object-store.ts';
import { FolderUploadDesk } from '../adapters/local/folder-upload-desk.ts';
import { LaneTaskRunner } from '../adapters/local/lane-task-runner.ts';
import { readProvinceDirectory } from '../adapters/local/read-province-directory.ts';
import { SqliteAccounts } from '../adapters/local/sqlite-accounts.ts';
import { SqliteAdminActs } from '../adapters/local/sqlite-admin-acts.ts';
import { SqliteDatabase } from '../adapters/local/sqlite-database.ts';
import { SqliteDossierRepository } from '../adapters/local/sqlite-dossier-repository.ts';
import { SqliteEventPublisher } from '../adapters/local/sqlite-event-publisher.ts';
import { SqliteOutbox } from '../adapters/local/sqlite-outbox.ts';
import { SqliteSearchIndex } from '../adapters/local/sqlite-search-index.ts';
import { SqliteSessions } from '../adapters/local/sqlite-sessions.ts';
import { SqliteWorkQueue } from '../adapters/local/sqlite-work-queue.ts';
import { SystemClock } from '../adapters/local/system-clock.ts';
import { JoseBearerTokens } from '../adapters/oidc/jose-bearer-tokens.ts';
import type { Settings } from '../config/settings.ts';
import type { ProvinceDirectory } from '../domain/province-directory.ts';
import type { PrintFonts } from '../pipeline/print-sheets.ts';
import { requireLanguage } from '../pipeline/reading/require-language.ts';
import { routeOf } from '../pipeline/routes.ts';
import type { Office } from '../pipeline/step.ts';
import type { Tasks } from '../pipeline/tasks.ts';
import type { BearerTokens } from '../ports/bearer-tokens.ts';
import type { ObjectInventory } from '../ports/object-inventory.ts';
import type { RandomIds } from '../ports/random-ids.ts';
import { createLog } from '../telemetry/log.ts';
import { loadPrintFonts } from './print-fonts.ts';

export interface LocalOffice extends Office {
  readonly uploads: FolderUploadDesk;
  readonly randomIds: RandomIds;
  readonly accounts: SqliteAccounts;
  readonly adminActs: SqliteAdminActs;
  /** Null where an identity provider is configured: then nobody signs in by password. */
  readonly sessions: SqliteSessions | null;
  readonly bearerTokens: BearerTokens | null;
  /** Also makes the writer of bar codes ready. */
  readonly printFonts: () => Promise<PrintFonts>;
  /** Null without `PROVINCE_FILE`. */
  readonly directory: ProvinceDirectory | null;
  readonly repository: SqliteDossierRepository;
  readonly queue: SqliteWorkQueue;
  readonly publisher: SqliteEventPublisher;
  /** Heavy tasks done at once. */
  readonly jobs: number;
  readonly inventory: ObjectInventory;
  /** Copies the records as of one moment while work goes on; `path` must not exist yet. */
  copyRecords(path: string): Promise<void>;
  /** For a server: the first clerk of the day need not wait for processes to start. */
  warmUp(): void;
  close(): Promise<void>;
}

const MEMORY_PER_JOB_BYTES = 400e6;
const MS_PER_HOUR = 3_600_000;
/** The lowest share of a busy core that still gets on. */
const READING_NICENESS = 10;

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
  const randomIds = new CryptoRandomIds();
  const store = new FolderObjectStore(objectsFolder);
  const jobs =
    settings.jobs ||
    Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_PER_JOB_BYTES)));
  const entry = new URL('./task-process.ts', import.meta.url);
  const args = [objectsFolder, settings.ocrEngine];
  const heavy = new ChildProcessTaskRunner<Tasks>({ jobs, entry, args, niceness: READING_NICENESS });
  // A clerk waits for the verdict on her page's picture: it never queues behind the reading of others.
  const awaited = new ChildProcessTaskRunner<Tasks>({ jobs: 1, entry, args });
  const tasks = new LaneTaskRunner<Tasks>({ 'explode-scan': awaited }, heavy);
  return {
    settings,
    clock,
    log: createLog(
      settings.logLevel,
      (line) => process.stderr.write(line),
      () => clock.now(),
    ),
    store,
    repository: new SqliteDossierRepository(database),
    outbox: new SqliteOutbox(database),
    queue,
    publisher: new SqliteEventPublisher(database, queue, (type) => routeOf(type)?.step),
    tasks,
    search: new SqliteSearchIndex(database),
    jobs,
    uploads: new FolderUploadDesk(
      join(settings.dataFolder, 'uploads'),
      store,
      randomIds,
      settings.uploadPartBytes,
    ),
    randomIds,
    accounts: new SqliteAccounts(database, clock),
    adminActs: new SqliteAdminActs(database),
    sessions: settings.oidcIssuer
      ? null
      : new SqliteSessions(database, clock, randomIds, settings.sessionHours * MS_PER_HOUR),
    bearerTokens: settings.oidcIssuer
      ? new JoseBearerTokens(settings.oidcIssuer, settings.oidcAudience)
      : null,
    printFonts: loadPrintFonts,
    directory: readProvinceDirectory(settings.provinceFile),
    warmUp: () => awaited.warmUp(),
    inventory: new FolderObjectInventory(objectsFolder),
    copyRecords: (path) => database.copyTo(path),
    async close() {
      await tasks.close();
      await database.close();
    },
  };
}
