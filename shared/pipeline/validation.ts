/** Validation: the pages of a settled batch become dossiers with papers, findings and a verdict; changed files fall due. */
import { currentFiles, type Dossier } from '../domain/dossier.ts';
import type { BatchId, DossierId } from '../domain/ids.ts';
import type { Message } from '../domain/message.ts';
import { MAX_WRITES } from '../ports/dossier-repository.ts';
import { announceIfAssembled } from './assembly.ts';
import { decideRevision } from './decide-revision.ts';
import { gatherEvidence } from './gather-evidence.ts';
import { dossierSaved } from './indexing.ts';
import { dossierIdOf, loadBatch, type TextCache } from './load-dossier-parts.ts';
import { eventMessage, readBody, workMessage } from './messages.ts';
import { loadCatalogue } from './procedure-catalogue.ts';
import { quarantineSecrets } from './quarantine.ts';
import { type Office, type Step, settleConflicts } from './step.ts';

/**
 * Takes `batch-settled`: every dossier that the batch has pages of, or had until a correction, is validated over all
 * of its batches. Takes `dossier-corrected`: the same for the one dossier that a person corrected.
 */
export const validation: Step = async (work, office) => {
  const texts: TextCache = new Map();
  if (work.message.type === 'dossier-corrected') {
    const { dossierId, batchIds } = readBody('dossier-corrected', work.message);
    await reviseDossier(office, dossierId, batchIds, texts, work.message);
    return;
  }
  const { batchId } = readBody('batch-settled', work.message);
  const contents = await loadBatch(office, batchId, texts);
  if (contents?.batch.state !== 'settled') return;
  const dossierIds = contents.parts.map((part) => dossierIdOf(part, batchId));
  for (const dossierId of new Set([...dossierIds, ...contents.batch.dossierIds])) {
    await reviseDossier(office, dossierId, [batchId], texts, work.message);
  }
  await noteDossiers(office, batchId, dossierIds);
};

async function reviseDossier(
  office: Office,
  dossierId: DossierId,
  batchIds: readonly BatchId[],
  texts: TextCache,
  cause: Message,
): Promise<void> {
  const { repository } = office;
  const catalogue = await loadCatalogue(office);
  const dossier = await settleConflicts(async () => {
    const known = await repository.dossier(dossierId);
    const corrections = await repository.corrections(dossierId);
    const evidence = await gatherEvidence(office, dossierId, known, batchIds, texts);
    if (!known && evidence.batches.length === 0) return null;
    const revised = decideRevision(dossierId, known, evidence, corrections, {
      now: office.clock.now(),
      catalogue,
      resultCodeTemplate: office.settings.resultCodeTemplate,
      conversionMark: office.settings.conversionMark,
    });
    if (!revised) return known;
    const said = revised.state === 'withdrawn' && known?.state !== 'withdrawn';
    const messages = said ? [dossierWithdrawn(office, revised, cause)] : [];
    await repository.commit([revised], [...messages, dossierSaved(office, revised, cause)]);
    return { ...revised, version: revised.version + 1 };
  });
  if (dossier) await quarantineSecrets(office, dossier, cause);
  if (dossier?.state !== 'assembling') return;
  await orderFiles(office, dossier, cause);
  await announceIfAssembled(office, dossierId, cause);
}

function dossierWithdrawn(office: Office, dossier: Dossier, cause: Message): Message {
  const { dossierId, dossierCode, revision } = dossier;
  return eventMessage(
    'dossier-withdrawn',
    { dossierId, revision, tepDinhKemIds: currentFiles(dossier).map(({ fileId }) => fileId) },
    { subject: dossierId, at: office.clock.now(), cause: cause.id, dossierCode },
  );
}

/** Said again at every delivery: the ids are stable, so files already ordered are not ordered twice. */
async function orderFiles(office: Office, dossier: Dossier, cause: Message): Promise<void> {
  const { dossierId, dossierCode } = dossier;
  const orders = currentFiles(dossier)
    .filter((file) => file.state === 'due')
    .map(({ fileId }) =>
      workMessage(
        'file-due',
        { dossierId, fileId },
        { subject: fileId, at: office.clock.now(), cause: cause.id, dossierCode },
      ),
    );
  for (let from = 0; from < orders.length; from += MAX_WRITES) {
    await office.repository.commit([], orders.slice(from, from + MAX_WRITES));
  }
}

async function noteDossiers(
  office: Office,
  batchId: BatchId,
  dossierIds: readonly DossierId[],
): Promise<void> {
  await settleConflicts(async () => {
    const batch = await office.repository.batch(batchId);
    if (!batch || batch.dossierIds.join() === dossierIds.join()) return;
    await office.repository.commit([{ ...batch, dossierIds }], []);
  });
}
