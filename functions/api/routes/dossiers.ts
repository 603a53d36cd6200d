/** One dossier to read, and to take away whole. */
import { Hono } from 'hono';
import { draftSupplement } from '../../../shared/pipeline/corrections/officer-acts.ts';
import type { ApiOffice } from '../api-office.ts';
import { archiveDossier } from '../dossier-archive.ts';
import { viewDossier } from '../dossier-view.ts';
import type { ApiEnvironment } from '../environment.ts';
import { sendElsewhere } from '../send-elsewhere.ts';

export function dossierRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
    .get('/dossiers/:dossierId', async (context) =>
      context.json(await viewDossier(office, context.var.dossier)),
    )
    .get('/dossiers/:dossierId/supplement', async (context) =>
      context.json({ text: await draftSupplement(office, context.var.dossier.dossierId) }),
    )
    .get('/dossiers/:dossierId/archive.zip', async (context) => {
      const { dossier } = context.var;
      const contentType = 'application/zip';
      const contentDisposition = `attachment; filename="${dossier.dossierId}.r${dossier.revision}.zip"`;
      const archive = await archiveDossier(office, dossier);
      const { downloads } = office;
      if (downloads)
        return sendElsewhere(context, downloads, await downloads.keep(archive), {
          contentType,
          contentDisposition,
        });
      return context.body(archive, 200, {
        'content-type': contentType,
        'content-disposition': contentDisposition,
      });
    });
}
