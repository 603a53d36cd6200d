/** Assembled files by their stable address, and small pictures of pages. */
import { Hono } from 'hono';
import type { DossierFile } from '../../../shared/domain/dossier.ts';
import { dossierIdOfFile, type PageId } from '../../../shared/domain/ids.ts';
import type { PageText } from '../../../shared/domain/page-text.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { drawThumbnail } from '../../../shared/imaging/thumbnail.ts';
import { decodeJson } from '../../../shared/pipeline/json-bytes.ts';
import type { ApiOffice } from '../api-office.ts';

const THUMBNAIL_WIDTH_PX = 220;

export function fileRoutes(office: ApiOffice): Hono {
  return new Hono()
    .get('/files/:fileId', async (context) => {
      const file = await findFile(office, context.req.param('fileId'));
      return context.body(toBody(await office.store.get(file.objectKey!)), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${file.fileId}.pdf"; filename*=UTF-8''${encodeURIComponent(`${file.name}.pdf`)}`,
        etag: `"${file.sha256}"`,
      });
    })
    .get('/pages/:pageId/thumbnail', async (context) => {
      const page = await office.repository.page(context.req.param('pageId') as PageId);
      if (!page) throw new DigitizationError('record-missing');
      const text = page.textKey ? decodeJson<PageText>(await office.store.get(page.textKey)) : null;
      const picture = await office.store.get(page.image.objectKey);
      const thumbnail = await drawThumbnail(picture, THUMBNAIL_WIDTH_PX, text?.rotationDeg ?? 0);
      return context.body(toBody(thumbnail), 200, {
        'content-type': 'image/jpeg',
        'cache-control': 'private, max-age=3600',
      });
    });
}

/** Superseded files keep their address. */
async function findFile(office: ApiOffice, fileId: string): Promise<DossierFile> {
  const dossierId = dossierIdOfFile(fileId);
  const dossier = dossierId ? await office.repository.dossier(dossierId) : null;
  const file = dossier?.files.find(
    (candidate) => candidate.fileId === fileId && candidate.state === 'assembled',
  );
  if (!file) throw new DigitizationError('record-missing');
  return file;
}

function toBody(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
