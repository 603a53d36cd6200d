/** State as it changes: server-sent events that lose nothing over a reconnect, or the same by asking again. */
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { BatchId, DossierId } from '../../../shared/domain/ids.ts';
import type { ApiOffice } from '../api-office.ts';
import type { BatchPreviews } from '../batch-preview.ts';
import { changesSince, requireOwnWatched, type Watched } from '../changes.ts';
import type { ApiEnvironment } from '../environment.ts';
import { identify } from '../identify.ts';
import { readQuery } from '../request.ts';

const LOOK_EVERY_MS = 400;
const RECONNECT_MS = 1_000;
/** Proxies close what is silent for a minute; a person who was signed out is noticed as often. */
const HEARTBEAT_MS = 15_000;

const query = z.object({
  batch: z.string().max(128).optional(),
  dossier: z.string().max(128).optional(),
  since: z.string().max(500).optional(),
});

/** Where no answer stays open a browser's stream is told so at once (204 ends it for good) and asks instead. */
export function streamRoutes(
  office: ApiOffice,
  previews: BatchPreviews,
  staysOpen: boolean,
): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>().get('/stream', async (context) => {
    const { batch, dossier, since } = readQuery(context, query);
    const watched: Watched = {
      batchId: (batch ?? null) as BatchId | null,
      dossierId: (dossier ?? null) as DossierId | null,
    };
    await requireOwnWatched(office, context.var.person, watched);
    if (since !== undefined) return context.json(await changesSince(office, previews, watched, since));
    if (!staysOpen) return context.body(null, 204);
    return streamSSE(context, async (stream) => {
      let mark = context.req.header('last-event-id') ?? '';
      let sinceBeatMs = 0;
      await stream.writeSSE({ event: 'hello', data: '{}', retry: RECONNECT_MS });
      while (!stream.aborted) {
        const { mark: next, changes } = await changesSince(office, previews, watched, mark);
        for (const [index, { kind, data }] of changes.entries()) {
          // Only the last of a look moves the mark: a line that breaks in between tells all of them again.
          const isLast = index === changes.length - 1;
          await stream.writeSSE({ event: kind, data: JSON.stringify(data), id: isLast ? next : mark });
        }
        mark = next;
        await stream.sleep(LOOK_EVERY_MS);
        sinceBeatMs += LOOK_EVERY_MS;
        if (sinceBeatMs < HEARTBEAT_MS) continue;
        if ((await identify(context, office)).person === null) return;
        await stream.write(': still here\n\n');
        sinceBeatMs = 0;
      }
    });
  });
}
