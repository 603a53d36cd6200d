/** Says what was counted and every gap with its remedy; the exit code tells scripts whether there is any. */
import type { GapCode } from '../../shared/domain/reconcile.ts';
import type { ReconcileReport } from '../../shared/pipeline/reconcile.ts';

export const REMEDIES: Readonly<Record<GapCode, string>> = {
  'original-without-record':
    'stored, but no record knows it: an upload that was never completed; ask the office, deliver again',
  'original-missing': 'restore this object from the backup',
  'original-size-differs': 'restore this object from the backup',
  'scan-waits': 'not taken apart yet: see dead letters of intake',
  'page-waits': 'not read yet: see dead letters of recognition',
  'batch-left-open': 'ask the office to press Hoàn thành',
  'batch-not-settled': 'everything is read but nothing followed: see dead letters, then redrive',
  'batch-without-dossier': 'settled, but validation left no dossier: see dead letters of validation',
  'dossier-missing': 'restore the records from the backup',
  'page-in-no-dossier': 'assign the page in the reading room',
  'assembly-waits': 'files are not made yet: see dead letters of assembly',
  'file-missing': 'restore this object from the backup',
  'file-size-differs': 'restore this object from the backup',
  'not-attached': 'the record does not have the files yet: see dead letters of attachment',
  'message-waits': 'saved but not told: see the log of announcement',
  'dead-letter': 'find the cause, then npm run redrive',
};

/** 0 when there is no gap, 1 otherwise. */
export function printReconciliation({ counted, gaps }: ReconcileReport): number {
  console.log(
    Object.entries(counted)
      .map(([what, count]) => `${count} ${what}`)
      .join(', '),
  );
  for (const { code, subject } of gaps) console.log(`${code}  ${subject}  (${REMEDIES[code]})`);
  console.log(gaps.length === 0 ? 'No gap.' : `${gaps.length} gaps.`);
  return gaps.length === 0 ? 0 : 1;
}
