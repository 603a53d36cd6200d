/** What people decide: answers, page plans, acts on a dossier; each kept with who and when, each sent twice done once. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Actor } from '../../../shared/domain/corrections.ts';
import type { PageId } from '../../../shared/domain/ids.ts';
import type { Person, Role } from '../../../shared/domain/person.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { planBatchPages } from '../../../shared/pipeline/corrections/desk-plan.ts';
import { movePages } from '../../../shared/pipeline/corrections/move-pages.ts';
import {
  acceptDossier,
  escalateReview,
  requestRescan,
  requestSupplement,
  withdrawDossier,
} from '../../../shared/pipeline/corrections/officer-acts.ts';
import { planPages } from '../../../shared/pipeline/corrections/page-plan.ts';
import { answerReview } from '../../../shared/pipeline/corrections/review.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiEnvironment } from '../environment.ts';
import { isOwnPage } from '../own.ts';
import { readJson } from '../request.ts';

const text = z.string().max(8_000);
const actId = z.string().max(64).optional();
const pageId = z
  .string()
  .max(128)
  .transform((id) => id as PageId);
const turnDeg = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional();

const answer = z.object({
  actId,
  value: text.optional(),
  choice: z.string().max(200).optional(),
  note: text.optional(),
  replaces: z.string().max(64).optional(),
});
const plan = z.object({
  actId,
  reason: text.optional(),
  pages: z
    .array(
      z.object({
        pageId,
        turnDeg,
        dropped: z.boolean().optional(),
        paper: z
          .object({ key: z.string().max(128), type: z.string().max(60) })
          .nullable()
          .optional(),
      }),
    )
    .min(1)
    .max(3_000),
});
const deskPage = z.object({
  turnDeg,
  dropped: z.boolean().optional(),
  /** Taken although its picture was judged bad; null takes that back. */
  keep: z
    .object({ reason: text.min(1) })
    .nullable()
    .optional(),
  before: pageId.nullable().optional(),
  replaces: pageId.nullable().optional(),
});
const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept'), actId, note: text.optional() }),
  z.object({ kind: z.literal('supplement'), actId, text: text.optional() }),
  z.object({ kind: z.literal('rescan'), actId, pageId, reason: text }),
  z.object({ kind: z.literal('withdraw'), actId, reason: text }),
  z.object({
    kind: z.literal('escalate'),
    actId,
    reviewId: z.string().max(200).optional(),
    to: z.object({ id: z.string().min(1).max(128), name: z.string().min(1).max(200) }),
    reason: text,
  }),
]);
const move = z.object({
  actId,
  pageIds: z.array(pageId).min(1).max(500),
  dossierCode: z.string().max(60),
  reason: text.optional(),
});

/** A clerk hands a dossier back to the citizen; the case itself is the officer's. */
const WHO_ACTS: Readonly<Record<z.infer<typeof act>['kind'], readonly Role[]>> = {
  accept: ['officer'],
  supplement: ['officer'],
  rescan: ['officer'],
  escalate: ['officer'],
  withdraw: ['officer', 'clerk'],
};

export function actRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const identified = <Request extends { actId?: string | undefined }>(request: Request) =>
    defined({ ...request, actId: request.actId ?? office.randomIds.next() });
  return new Hono<ApiEnvironment>()
    .post('/dossiers/:dossierId/reviews/:reviewId', async (context) => {
      const { dossierId } = context.var.dossier;
      const request = identified(await readJson(context, answer));
      const reviewId = context.req.param('reviewId');
      await answerReview(office, { ...request, dossierId, reviewId }, actorOf(context.var.person));
      return context.body(null, 204);
    })
    .put('/dossiers/:dossierId/plan', async (context) => {
      const { dossierId } = context.var.dossier;
      const { pages, ...request } = identified(await readJson(context, plan));
      const planned = pages.map(defined);
      await planPages(office, { ...request, dossierId, pages: planned }, actorOf(context.var.person));
      return context.body(null, 204);
    })
    .post('/dossiers/:dossierId/acts', async (context) => {
      const request = identified(await readJson(context, act));
      const { dossier, person } = context.var;
      if (!WHO_ACTS[request.kind].includes(person.role)) throw new DigitizationError('not-allowed');
      await perform(office, { ...request, dossierId: dossier.dossierId }, actorOf(person));
      return context.body(null, 204);
    })
    .post('/pages/move', async (context) => {
      const request = identified(await readJson(context, move));
      for (const id of request.pageIds) {
        const page = await office.repository.page(id);
        if (!page || !(await isOwnPage(office, context.var.person, page))) {
          throw new DigitizationError('record-missing');
        }
      }
      await movePages(office, request, actorOf(context.var.person));
      return context.body(null, 204);
    })
    .post('/batches/:batchId/pages/:pageId', async (context) => {
      const { keep, ...changes } = defined(await readJson(context, deskPage));
      const page = { pageId: context.req.param('pageId') as PageId, ...changes };
      const kept = keep === undefined ? {} : { kept: keep };
      const { batchId } = context.var.batch;
      await planBatchPages(office, { batchId, pages: [{ ...page, ...kept }] }, actorOf(context.var.person));
      return context.body(null, 204);
    });
}

type PerformedAct = z.infer<typeof act> & { readonly actId: string };

async function perform(
  office: ApiOffice,
  request: Defined<PerformedAct> & { dossierId: Parameters<typeof acceptDossier>[1]['dossierId'] },
  by: Actor,
): Promise<void> {
  switch (request.kind) {
    case 'accept':
      return acceptDossier(office, request, by);
    case 'supplement':
      return requestSupplement(office, request, by);
    case 'rescan':
      return requestRescan(office, request, by);
    case 'withdraw':
      return withdrawDossier(office, request, by);
    case 'escalate':
      return escalateReview(office, request, by);
  }
}

function actorOf({ id, name }: Person): Actor {
  return { id, name };
}

type Defined<Shape> = Shape extends unknown
  ? { [Key in keyof Shape]: Exclude<Shape[Key], undefined> }
  : never;

/** Without what was not said: the pipeline tells absent from undefined. */
function defined<Shape extends object>(shape: Shape): Defined<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Defined<Shape>;
}
