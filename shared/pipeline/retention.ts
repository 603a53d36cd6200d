/** Retention: what the policy lets go is marked on the record first, then removed from the store; again is no harm. */
import type { Batch } from '../domain/batch.ts';
import type { Dossier, DossierFile } from '../domain/dossier.ts';
import type { DossierId } from '../domain/ids.ts';
import {
  type DossierStanding,
  decideFinals,
  decideRawScans,
  dueBefore,
  isRemoved,
  isRemovedScan,
  type RawScanDecision,
  type RetentionPolicy,
} from '../domain/retention.ts';
import { toDigitizationError } from '../errors/disposition.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { RecordLeftovers } from '../ports/record-leftovers.ts';
import { carriedTextKeyOf } from './object-keys.ts';
import type { Office } from './step.ts';

type RetentionOffice = Pick<Office, 'repository' | 'store' | 'clock' | 'log' | 'settings'> & {
  /** Absent where a record lies in one place. */
  readonly leftovers?: RecordLeftovers;
};

export interface RetentionReport {
  /** Batches that are old enough and may keep raw scans, by what was decided about these. */
  readonly batches: Readonly<Partial<Record<RawScanDecision, number>>>;
  readonly removedFiles: number;
  /** Objects taken out of the store, or that would be. */
  readonly removedObjects: number;
  /** What records said before and no longer say, where it had been left lying. */
  readonly removedLeftovers: number;
}

export function retentionPolicyOf(settings: Office['settings']): RetentionPolicy {
  return { rawScanDays: settings.rawScanDays || null, finalDays: settings.finalDays || null };
}

/**
 * With `dryRun` nothing is changed: the report says what would be.
 * @throws the first failure, after everything else was let go: one object under a longer lock holds up no other.
 */
export async function applyRetention(
  office: RetentionOffice,
  { dryRun = false }: { readonly dryRun?: boolean } = {},
): Promise<RetentionReport> {
  const policy = retentionPolicyOf(office.settings);
  const now = office.clock.now();
  const store = dryRun ? { remove: async () => {} } : office.store;
  const batches: Partial<Record<RawScanDecision, number>> = {};
  let removedObjects = 0;
  let removedFiles = 0;
  let removedLeftovers = 0;
  const failures: unknown[] = [];
  const apart = (work: () => Promise<void>) => work().catch((error) => void failures.push(error));
  const openedBefore = dueBefore(policy.rawScanDays, now);
  const kept = openedBefore === null ? [] : await office.repository.listKeptBatches(openedBefore);
  for (const batch of kept) {
    await apart(async () => {
      const decision = await decideBatch(office, batch, policy, now);
      batches[decision] = (batches[decision] ?? 0) + 1;
      const marked = markRemoved(batch, now);
      if (decision === 'due' && (dryRun || (await commitUnchanged(office, marked))))
        removedObjects += await removeRawScans(office, marked, store);
      // A run that was cut off between mark and removal is finished by the next.
      else if (decision === 'removed-already' && !dryRun) await removeRawScans(office, batch, store);
      else return;
      if (!dryRun) await markGone(office, batch);
    });
  }
  const createdBefore = dueBefore(policy.finalDays, now);
  const keeping = createdBefore === null ? [] : await office.repository.listKeptDossiers(createdBefore);
  for (const dossier of keeping) {
    await apart(async () => {
      const standing = await standingOf(office, dossier);
      const due = decideFinals(standing, policy, now);
      if (due.length > 0 && (dryRun || (await markFiles(office, dossier, due, now)))) {
        for (const file of due) await store.remove(file.objectKey!);
        removedFiles += due.length;
        removedObjects += due.length;
      }
    });
  }
  await apart(async () => {
    removedLeftovers = (await office.leftovers?.sweep(now, { dryRun })) ?? 0;
  });
  const report = { batches, removedFiles, removedObjects, removedLeftovers };
  office.log.info('retention-done', {
    dryRun,
    removedFiles,
    removedObjects,
    removedLeftovers,
    failed: failures.length,
  });
  if (failures.length > 0) throw failures[0];
  return report;
}

async function decideBatch(
  office: RetentionOffice,
  batch: Batch,
  policy: RetentionPolicy,
  now: Date,
): Promise<RawScanDecision> {
  const standings = await Promise.all(
    batch.dossierIds.map(async (dossierId: DossierId) => {
      const dossier = await office.repository.dossier(dossierId);
      return dossier && standingOf(office, dossier);
    }),
  );
  return decideRawScans(batch, standings, policy, now);
}

async function standingOf(office: RetentionOffice, dossier: Dossier): Promise<DossierStanding> {
  return { dossier, attachments: await office.repository.attachments(dossier.dossierId) };
}

function markRemoved({ rawGone: _before, ...batch }: Batch, now: Date): Batch {
  return { ...batch, rawRemovedAt: now.toISOString(), rawRemovedClosings: batch.closings };
}

/** So that no night goes through all that was ever removed; lost where the batch changed meanwhile, to no harm. */
async function markGone(office: RetentionOffice, { batchId }: Batch): Promise<void> {
  const batch = await office.repository.batch(batchId);
  if (batch && isRemoved(batch)) await commitUnchanged(office, { ...batch, rawGone: true });
}

async function markFiles(
  office: RetentionOffice,
  dossier: Dossier,
  due: readonly DossierFile[],
  now: Date,
): Promise<boolean> {
  const ids = new Set(due.map((file) => file.fileId));
  const files = dossier.files.map((file) =>
    ids.has(file.fileId) ? { ...file, removedAt: now.toISOString() } : file,
  );
  return commitUnchanged(office, { ...dossier, files });
}

async function removeRawScans(
  office: RetentionOffice,
  batch: Batch,
  store: Pick<ObjectStore, 'remove'>,
): Promise<number> {
  // A scan may come at any moment: only those that the mark was set for.
  const all = await office.repository.scansOf(batch.batchId);
  const scans = all.filter((scan) => isRemovedScan(batch, scan));
  const scanIds = new Set(scans.map(({ scanId }) => scanId));
  const pages = (await office.repository.pagesOf(batch.batchId)).filter(({ scanId }) => scanIds.has(scanId));
  const keys = [
    ...scans.flatMap((scan) => (scan.objectKey === null ? [] : [scan.objectKey])),
    ...pages.flatMap((page) => [page.image.objectKey, carriedTextKeyOf(page)]),
  ];
  for (const key of keys) await store.remove(key);
  return keys.length;
}

/** False when the record changed since the decision: the next run decides anew. */
async function commitUnchanged(office: RetentionOffice, record: Batch | Dossier): Promise<boolean> {
  try {
    await office.repository.commit([record], []);
    return true;
  } catch (error) {
    if (toDigitizationError(error).code === 'record-conflict') return false;
    throw error;
  }
}
