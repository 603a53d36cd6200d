/** What the desk prints, as PDF. */
import { Hono } from 'hono';
import { printSheets, printSlip } from '../../../shared/pipeline/print-sheets.ts';
import type { ApiOffice } from '../api-office.ts';
import type { BatchPreviews } from '../batch-preview.ts';
import { provisionalCodeOf, viewBatch } from '../batch-view.ts';
import type { ApiContext, ApiEnvironment } from '../environment.ts';

export function paperRoutes(office: ApiOffice, previews: BatchPreviews): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
    .get('/batches/:batchId/sheets.pdf', async (context) => {
      const { batch } = context.var;
      const pdf = await printSheets(batch, await office.printFonts(), office.clock.now());
      return send(context, pdf, `to-bia-${batch.batchId}.pdf`);
    })
    .get('/batches/:batchId/slip.pdf', async (context) => {
      const { batch } = context.var;
      const view = await viewBatch(office, previews, batch, true);
      const facts = {
        papers: view.dossiers.flatMap((dossier) => dossier.papers),
        provisionalCode: provisionalCodeOf(batch.batchId),
        hotline: office.settings.hotline,
      };
      const pdf = await printSlip(batch, facts, await office.printFonts(), office.clock.now());
      return send(context, pdf, `phieu-gui-${batch.batchId}.pdf`);
    });
}

function send(context: ApiContext, pdf: Uint8Array, name: string): Response {
  return context.body(pdf as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}"`,
  });
}
