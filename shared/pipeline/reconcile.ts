/** Reconciliation: every original and finished file against the record, and every record against its next step. */
import type { Scan } from '../domain/batch.ts';
import type { Dossier } from '../domain/dossier.ts';
import {
  findBatchGaps,
  findDossierGaps,
  findStrayOriginals,
  type Gap,
  type Patience,
} from '../domain/reconcile.ts';
import type { ObjectInventory } from '../ports/object-inventory.ts';
import type { Office } from './step.ts';

export type ReconcileOffice = Pick<Office, 'repository' | 'outbox' | 'queue' | 'clock'> & {
  readonly inventory: ObjectInventory;
};

export interface ReconcileReport {
  readonly counted: {
    readonly originals: number;
    readonly files: number;
    readonly batches: number;
    readonly scans: number;
    readonly pages: number;
    readonly dossiers: number;
  };
  readonly gaps: readonly Gap[];
}

const EVERY_ONE = 1_000_000;
const MOST_DEAD_LETTERS = 1_000;
const MS_PER_HOUR = 3_600_000;

export const PATIENCE: Patience = { workMs: 6 * MS_PER_HOUR, openBatchMs: 72 * MS_PER_HOUR };

/** Objects are listed before records are read: what is stored in between is no stray. */
export async function reconcile(office: ReconcileOffice, patience = PATIENCE): Promise<ReconcileReport> {
  const now = office.clock.now();
  const originals = await listAll(office.inventory, 'originals/');
  const files = await listAll(office.inventory, 'files/');
  const gaps: Gap[] = [];
  const scans: Scan[] = [];
  let pageCount = 0;
  const batches = await office.repository.listBatches(EVERY_ONE);
  for (const batch of batches) {
    const own = await office.repository.scansOf(batch.batchId);
    const pages = await office.repository.pagesOf(batch.batchId);
    const found = await Promise.all(batch.dossierIds.map((id) => office.repository.dossier(id)));
    const dossiers = found.filter((dossier): dossier is Dossier => dossier !== null);
    gaps.push(...findBatchGaps({ batch, scans: own, pages, dossiers }, originals, now, patience));
    scans.push(...own);
    pageCount += pages.length;
  }
  const dossiers = await office.repository.listDossiers(EVERY_ONE);
  for (const dossier of dossiers) {
    const attachments = await office.repository.attachments(dossier.dossierId);
    gaps.push(...findDossierGaps(dossier, attachments, files, now, patience));
  }
  gaps.push(...findStrayOriginals(originals, scans), ...(await findLateMessages(office, now, patience)));
  const counted = {
    originals: originals.size,
    files: files.size,
    batches: batches.length,
    scans: scans.length,
    pages: pageCount,
    dossiers: dossiers.length,
  };
  return { counted, gaps };
}

async function listAll(inventory: ObjectInventory, prefix: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for await (const { key, bytes } of inventory.list(prefix)) found.set(key, bytes);
  return found;
}

async function findLateMessages(
  { outbox, queue }: ReconcileOffice,
  now: Date,
  { workMs }: Patience,
): Promise<Gap[]> {
  const waiting = await outbox.undelivered(MOST_DEAD_LETTERS);
  const dead = await queue.deadLetters(MOST_DEAD_LETTERS);
  return [
    ...waiting
      .filter(({ at }) => now.getTime() - Date.parse(at) > workMs)
      .map(({ id }): Gap => ({ code: 'message-waits', subject: id })),
    ...dead.map(({ message }): Gap => ({ code: 'dead-letter', subject: message.id })),
  ];
}
