/** Assembled files: for people by who they are, for portals by a stable address and a token that the province gave. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { Dossier, DossierFile } from '../../../shared/domain/dossier.ts';
import { dossierIdOfFile } from '../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import type { ApiOffice } from '../api-office.ts';
import { readByteRange } from '../byte-range.ts';
import type { ApiContext, ApiEnvironment } from '../environment.ts';
import { identify } from '../identify.ts';
import { isOwnDossier } from '../own.ts';
import { sendElsewhere } from '../send-elsewhere.ts';

/** Kept by the browser, shown after asking only; said with "not modified" too, else it is forgotten. */
const KEEP = 'private, no-cache';
const BEARER = /^Bearer +(\S+)$/i;

export function fileRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
    .get('/api/files/:fileId', (context) =>
      sendFile(context, office, context.var.dossier, context.req.param('fileId')),
    )
    .get('/files/:fileId', async (context) => {
      const fileId = context.req.param('fileId');
      const dossierId = dossierIdOfFile(fileId);
      const dossier = dossierId ? await office.repository.dossier(dossierId) : null;
      if (!(await mayDownload(context, office, dossier))) throw new DigitizationError('sign-in-needed');
      return sendFile(context, office, dossier!, fileId);
    });
}

/** Whether a file is there is told to nobody else. */
async function mayDownload(
  context: ApiContext,
  office: ApiOffice,
  dossier: Dossier | null,
): Promise<boolean> {
  if (!dossier) return false;
  const token = BEARER.exec(context.req.header('authorization') ?? '')?.[1];
  if (token !== undefined && isPortal(token, office.settings.portalTokenHashes)) return true;
  const { person } = await identify(context, office);
  return person !== null && isOwnDossier(office, person, dossier);
}

function isPortal(token: string, hashes: string): boolean {
  const shown = createHash('sha256').update(token).digest();
  return hashes
    .split(',')
    .filter((hash) => hash !== '')
    .some((hash) => timingSafeEqual(Buffer.from(hash, 'hex'), shown));
}

/** Superseded files keep their address. */
async function sendFile(
  context: ApiContext,
  office: ApiOffice,
  dossier: Dossier,
  fileId: string,
): Promise<Response> {
  const file = dossier.files.find((each) => each.fileId === fileId && each.state === 'assembled');
  if (!file) throw new DigitizationError('record-missing');
  const etag = `"${file.sha256}"`;
  const kept = { 'cache-control': KEEP, etag };
  if (context.req.header('if-none-match') === etag) return context.body(null, 304, kept);
  const [contentType, contentDisposition] = ['application/pdf', dispositionOf(file)];
  const length = file.bytes ?? 0;
  const { downloads } = office;
  // Its small parts too: PDF.js wants all parts of a file from one origin.
  if (downloads && length > downloads.mostAnswerBytes)
    return sendElsewhere(context, downloads, file.objectKey!, { contentType, contentDisposition });
  const headers = {
    'content-type': contentType,
    'content-disposition': contentDisposition,
    'accept-ranges': 'bytes',
    ...kept,
  };
  const isSame = (context.req.header('if-range') ?? etag) === etag;
  const range = isSame ? readByteRange(context.req.header('range'), length) : null;
  if (range === 'beyond') return context.body(null, 416, { 'content-range': `bytes */${length}` });
  const bytes = (await office.store.get(file.objectKey!, range ?? undefined)) as Uint8Array<ArrayBuffer>;
  if (!range) return context.body(bytes, 200, { ...headers, 'content-length': String(bytes.length) });
  return context.body(bytes, 206, {
    ...headers,
    'content-length': String(bytes.length),
    'content-range': `bytes ${range.from}-${range.to}/${length}`,
  });
}

function dispositionOf(file: DossierFile): string {
  const named = encodeURIComponent(`${file.name}.pdf`).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `inline; filename="${file.fileId}.pdf"; filename*=UTF-8''${named}`;
}
