/** One page: its picture standing upright, a small one, and its words. */
import { Hono } from 'hono';
import type { QuarterTurn } from '../../../shared/domain/geometry.ts';
import type { Page } from '../../../shared/domain/page.ts';
import { type PageText, plainText, unreadText } from '../../../shared/domain/page-text.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { drawThumbnail } from '../../../shared/imaging/thumbnail.ts';
import { decodeJson } from '../../../shared/pipeline/json-bytes.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiContext, ApiEnvironment } from '../environment.ts';
import { PictureCache } from '../picture-cache.ts';

const THUMBNAIL_WIDTH_PX = 220;
/** Enough to read six-point print on A4. */
const IMAGE_EDGE_PX = 2_000;
const CACHE_BYTES = 48e6;
/** Kept by the browser, shown after asking only: a page may be turned, or declared secret, at any time. */
const KEEP = 'private, no-cache';

export function pageRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const cache = new PictureCache(CACHE_BYTES);
  const send = async (context: ApiContext, widthPx: (turned: boolean) => number) => {
    const { page } = context.var;
    // Its picture is gone from the store; what was drawn of it before may still be here.
    if (page.secret) throw new DigitizationError('object-missing', { pageId: page.pageId });
    const rotationDeg = await rotationOf(office, page);
    const width = widthPx(rotationDeg % 180 !== 0);
    // The page's own picture never changes: how it is drawn says it all.
    const headers = { 'cache-control': KEEP, etag: `"${width}px ${rotationDeg}deg"` };
    if (isKnown(context.req.header('if-none-match'), headers.etag)) return context.body(null, 304, headers);
    const bytes = await cache.get(`${page.pageId} ${width} ${rotationDeg}`, async () =>
      drawThumbnail(await office.store.get(page.image.objectKey), width, rotationDeg),
    );
    return context.body(bytes as Uint8Array<ArrayBuffer>, 200, { ...headers, 'content-type': 'image/jpeg' });
  };
  return new Hono<ApiEnvironment>()
    .get('/pages/:pageId/text', async (context) => {
      const { page } = context.var;
      const text = (await loadText(office, page)) ?? unreadText(page.image);
      const { source, rotationDeg, skewDeg, frame, lines, codes, timedOut } = text;
      const place = { pageId: page.pageId, rotationDeg, skewDeg, frame };
      return context.json({ ...place, source, lines, codes, timedOut, text: plainText(text) });
    })
    .get('/pages/:pageId/thumbnail', (context) => send(context, () => THUMBNAIL_WIDTH_PX))
    .get('/pages/:pageId/image', (context) =>
      send(context, (turned) => {
        const { widthPx, heightPx } = context.var.page.image;
        const scale = Math.min(1, IMAGE_EDGE_PX / Math.max(widthPx, heightPx));
        return Math.max(1, Math.round((turned ? heightPx : widthPx) * scale));
      }),
    );
}

/** `If-None-Match`: one validator or several, weak where something on the way packed the answer. */
function isKnown(asked: string | undefined, etag: string): boolean {
  const known = (asked ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known.includes(etag);
}

async function rotationOf(office: ApiOffice, page: Page): Promise<QuarterTurn> {
  return page.plan?.rotationDeg ?? (await loadText(office, page))?.rotationDeg ?? 0;
}

async function loadText({ store }: ApiOffice, page: Page): Promise<PageText | null> {
  return page.textKey ? decodeJson<PageText>(await store.get(page.textKey)) : null;
}
