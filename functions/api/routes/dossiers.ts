/** Dossiers, deliveries under way and events as JSON. */
import { Hono } from 'hono';
import type { BatchId, DossierId } from '../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { previewBatch } from '../../../shared/pipeline/preview.ts';
import { reportDossier } from '../../../shared/pipeline/report.ts';
import type { ApiOffice } from '../api-office.ts';

const LISTED = 500;

export function dossierRoutes(office: ApiOffice): Hono {
  const { repository } = office;
  return new Hono()
    .get('/dossiers', async (context) => {
      const dossiers = await repository.listDossiers(LISTED);
      return context.json(
        dossiers.map(
          ({ dossierId, dossierCode, state, verdict, revision, papers, pages, findings, updatedAt }) => ({
            dossierId,
            dossierCode,
            state,
            verdict,
            revision,
            papers: papers.length,
            pages: pages.length,
            findings: findings.length,
            updatedAt,
          }),
        ),
      );
    })
    .get('/dossiers/:id', async (context) => {
      const dossier = await repository.dossier(context.req.param('id') as DossierId);
      if (!dossier) throw new DigitizationError('record-missing');
      const { report } = await reportDossier(office, dossier);
      return context.json({ ...report, attachments: await repository.attachments(dossier.dossierId) });
    })
    .get('/batches/:id/preview', async (context) => {
      return context.json(await previewBatch(office, context.req.param('id') as BatchId));
    })
    .get('/events', async (context) => {
      return context.json(await office.publisher.journal(LISTED, context.req.query('dossierCode')));
    });
}
