/** Scans come in by parts that resume; the last step hands the whole file to the pipeline, once. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Insertion } from '../../../shared/domain/batch.ts';
import type { BatchId, PageId } from '../../../shared/domain/ids.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { nameScan, noteScan } from '../../../shared/pipeline/delivery.ts';
import { sha256OfData } from '../../../shared/pipeline/hash.ts';
import type { UploadTicket } from '../../../shared/ports/upload-desk.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiContext, ApiEnvironment } from '../environment.ts';
import { pipelineOf } from '../pipeline-of.ts';
import { readJson } from '../request.ts';

const SHA256 = /^[0-9a-f]{64}$/;
/** Larger parts are no parts of ours, whatever the header says. */
const MOST_PART_BYTES = 16_000_000;

const announced = z.object({
  position: z.int().min(1).max(9_999),
  /** Kept as delivered, marks and all; never used as a path. */
  name: z
    .string()
    .min(1)
    .max(500)
    .refine((name) => !name.includes('\0')),
  bytes: z.int().min(1),
  sha256: z.string().regex(SHA256),
  replaces: z.string().max(128).optional(),
  inserted: z.object({ after: z.string().max(128), first: z.int().min(1).max(9_999) }).optional(),
  /** Of each part, by the part length that `about` tells. */
  partHashes: z.array(z.string().regex(SHA256)).max(10_000).optional(),
});

export function uploadRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const { uploads } = office;
  return new Hono<ApiEnvironment>()
    .post('/batches/:batchId/uploads', async (context) => {
      const body = await readJson(context, announced);
      if (body.bytes > office.settings.maxScanBytes) {
        throw new DigitizationError('scan-too-large', {
          bytes: body.bytes,
          limit: office.settings.maxScanBytes,
        });
      }
      const ticket = writeTicket(context.var.batch.batchId, body);
      const scanId = await storedScan(office, ticket);
      const progress = await uploads.begin(ticket);
      return context.json({ uploadId: ticket.uploadId, ...progress, ...(scanId ? { scanId } : {}) });
    })
    .put('/uploads/:uploadId/parts/:number', async (context) => {
      const bytes = await readPart(context);
      const sha256 = context.req.header('x-content-sha256') ?? '';
      const number = Number(context.req.param('number'));
      await uploads.takePart(context.var.upload.uploadId, number, bytes, sha256.toLowerCase());
      return context.body(null, 204);
    })
    .post('/uploads/:uploadId/complete', async (context) => {
      const { upload } = context.var;
      const known = await storedScan(office, upload);
      if (known) return context.json({ scanId: known });
      await uploads.finish(upload.uploadId);
      const { sha256, bytes } = upload;
      const scanId = await noteScan(pipelineOf(office), deliveredBy(upload), { sha256, bytes });
      return context.json({ scanId });
    });
}

function writeTicket(batchId: BatchId, body: z.infer<typeof announced>): UploadTicket {
  const { position, name, bytes, sha256 } = body;
  const wish = {
    ...(body.replaces === undefined ? {} : { replaces: body.replaces as PageId }),
    ...(body.inserted === undefined ? {} : { inserted: body.inserted as Insertion }),
  };
  const identity = { batchId, position, name, bytes, sha256, replaces: null, ...wish };
  return {
    uploadId: `u-${sha256OfData(identity).slice(0, 40)}`,
    batchId,
    position,
    name,
    bytes,
    sha256,
    objectKey: nameScan({ batchId, position, name }, sha256).objectKey,
    ...(body.partHashes === undefined ? {} : { partHashes: body.partHashes }),
    ...wish,
  };
}

async function storedScan(office: ApiOffice, ticket: UploadTicket) {
  const { scanId } = nameScan(deliveredBy(ticket), ticket.sha256);
  return (await office.repository.scan(scanId)) ? scanId : null;
}

function deliveredBy({ batchId, position, name, replaces, inserted }: UploadTicket) {
  return { batchId, position, name, ...(replaces ? { replaces } : {}), ...(inserted ? { inserted } : {}) };
}

/** A length that is announced too large is refused before a byte of it is read. */
async function readPart(context: ApiContext): Promise<Uint8Array> {
  const announcedBytes = Number(context.req.header('content-length'));
  if (!(announcedBytes >= 0 && announcedBytes <= MOST_PART_BYTES)) {
    throw new DigitizationError('upload-part-damaged', { limit: MOST_PART_BYTES });
  }
  return new Uint8Array(await context.req.arrayBuffer());
}
