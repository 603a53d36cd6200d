/** The objects of one machine without its records: usable beside a running server, which owns the records. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FolderObjectStore } from '../adapters/local/folder-object-store.ts';
import { SystemClock } from '../adapters/local/system-clock.ts';
import type { Settings } from '../config/settings.ts';
import type { Office } from '../pipeline/step.ts';

export function openLocalObjects(settings: Pick<Settings, 'dataFolder'>): Pick<Office, 'store' | 'clock'> {
  const folder = join(settings.dataFolder, 'objects');
  mkdirSync(folder, { recursive: true });
  return { store: new FolderObjectStore(folder), clock: new SystemClock() };
}
