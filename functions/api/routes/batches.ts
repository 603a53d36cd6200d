/** The desk's batches: opened with what the counter declares, watched while pages come in, handed over. */
import { Hono } from 'hono';
import { z } from 'zod';
import { repairDossierCode } from '../../../shared/domain/codes/dossier-code.ts';
import { isS10, normalizePostalItemId } from '../../../shared/domain/codes/postal-item-id.ts';
import type { BatchId } from '../../../shared/domain/ids.ts';
import { type Manifest, manifestSchema } from '../../../shared/domain/manifest.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { officeNamed } from '../../../shared/domain/province-directory.ts';
import { vietnamDate } from '../../../shared/domain/vietnam-time.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { closeBatch, openBatch } from '../../../shared/pipeline/delivery.ts';
import { sha256OfData } from '../../../shared/pipeline/hash.ts';
import type { ApiOffice } from '../api-office.ts';
import type { BatchPreviews } from '../batch-preview.ts';
import { summarizeBatch, viewBatch } from '../batch-view.ts';
import type { ApiEnvironment } from '../environment.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { sayProblem } from '../problem.ts';
import { readJson, readQuery, textField } from '../request.ts';

const LISTED = 500;

const opening = z.object({
  manifest: manifestSchema,
  practice: z.boolean().default(false),
  /** Of the browser's draft: an answer that was lost on the line is not a second batch. */
  draftId: z.string().min(8).max(80).optional(),
});
const listing = z.object({ state: z.enum(['open', 'closed', 'settled']).optional() });
const closing = z.object({ reason: textField(500).optional() });

export function batchRoutes(office: ApiOffice, previews: BatchPreviews): Hono<ApiEnvironment> {
  const { repository } = office;
  return new Hono<ApiEnvironment>()
    .get('/batches', async (context) => {
      const { state } = readQuery(context, listing);
      const { officeCode } = context.var.person;
      const batches = officeCode === undefined ? [] : await repository.listBatchesOf(officeCode, LISTED);
      return context.json(batches.filter((batch) => !state || batch.state === state).map(summarizeBatch));
    })
    .post('/batches', async (context) => {
      const { person } = context.var;
      if (person.officeCode === undefined) throw new DigitizationError('not-allowed');
      const { manifest, practice, draftId } = await readJson(context, opening);
      if (practice && office.settings.practice === 'off') throw new DigitizationError('not-allowed');
      const batchId = batchIdFor(office, person, draftId);
      await openBatch(pipelineOf(office), batchId, declareHere(office, manifest, person), undefined, {
        officeCode: person.officeCode,
        createdBy: { id: person.id, name: person.name },
        ...(practice ? { practice } : {}),
      });
      return context.json({ batchId }, 201);
    })
    .get('/batches/:batchId', async (context) => {
      return context.json(await viewBatch(office, previews, context.var.batch));
    })
    .put('/batches/:batchId/manifest', async (context) => {
      const { batch, person } = context.var;
      const manifest = declareHere(office, await readJson(context, manifestSchema), person);
      await openBatch(pipelineOf(office), batch.batchId, manifest);
      // A dossier that was handed over before it had its code is matched as soon as the code is known.
      if (batch.state === 'settled') await closeBatch(pipelineOf(office), batch.batchId);
      return context.body(null, 204);
    })
    .post('/batches/:batchId/close', async (context) => {
      const { reason } = await readJson(context, closing);
      const { batch, person } = context.var;
      if (batch.state !== 'open') return context.json(summarizeBatch(batch));
      const lacking = reason === undefined ? await incompleteness(office, previews, batch.batchId) : null;
      if (lacking) return context.json({ ...sayProblem('batch-incomplete'), ...lacking }, 409);
      await closeBatch(pipelineOf(office), batch.batchId, {
        at: office.clock.now().toISOString(),
        by: { id: person.id, name: person.name },
        ...(reason === undefined ? {} : { reason }),
      });
      return context.json(summarizeBatch((await repository.batch(batch.batchId))!));
    });
}

function batchIdFor(office: ApiOffice, person: Person, draftId: string | undefined): BatchId {
  const seed = draftId === undefined ? office.randomIds.next() : sha256OfData([person.id, draftId]);
  return `b-${seed.slice(0, 20)}` as BatchId;
}

/** The office is the clerk's own, whatever the request says. */
function declareHere(office: ApiOffice, manifest: Manifest, person: Person): Manifest {
  const { dossierCode, ...declared } = manifest;
  const item = normalizePostalItemId(manifest.postalItemId ?? '');
  if (office.settings.postalItemCodes === 's10' && item !== '' && !isS10(item))
    throw new DigitizationError('request-invalid', { field: 'manifest.postalItemId' });
  const code = repairDossierCode(dossierCode ?? '')?.code ?? dossierCode;
  const known = office.directory && officeNamed(office.directory, person.officeCode!);
  const name = known ?? manifest.receivingPostOffice?.name;
  return {
    ...declared,
    ...(code ? { dossierCode: code } : {}),
    receivingPostOffice: { code: person.officeCode!, ...(name === undefined ? {} : { name }) },
    receivedOn: manifest.receivedOn ?? vietnamDate(office.clock.now()),
  };
}

/** What keeps the list from being whole; null when it is: nothing required missing, no page to be scanned again. */
async function incompleteness(office: ApiOffice, previews: BatchPreviews, batchId: BatchId) {
  const batch = (await office.repository.batch(batchId))!;
  const view = await viewBatch(office, previews, batch, true);
  const missing = view.dossiers.flatMap((dossier) => dossier.missing);
  const rescan = view.pages
    .filter((page) => page.verdict === 'rescan' && !page.dropped)
    .map(({ pageId, sentence }) => ({ pageId, sentence }));
  const refused = view.scans
    .filter((scan) => scan.state === 'rejected')
    .map(({ scanId, name, rejection }) => ({ scanId, name, rejection }));
  const isWhole = view.scans.length > 0 && missing.length + rescan.length + refused.length === 0;
  return isWhole ? null : { missing, rescan, refused, unread: view.progress.total - view.progress.read };
}
