/** One page: its picture as delivered, a small one, and its words. */
import { Hono } from 'hono';
import type { Page } from '../../../shared/domain/page.ts';
import { type PageText, plainText, unreadText } from '../../../shared/domain/page-text.ts';
import { drawThumbnail } from '../../../shared/imaging/thumbnail.ts';
import { decodeJson } from '../../../shared/pipeline/json-bytes.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiContext, ApiEnvironment } from '../environment.ts';

const THUMBNAIL_WIDTH_PX = 220;
/** Pictures of a page never change under the ids and turn that name them; they stay in this person's browser. */
const KEEP = 'private, max-age=3600';

export function pageRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>()
    .get('/pages/:pageId/text', async (context) => {
      const { page } = context.var;
      const text = (await loadText(office, page)) ?? unreadText(page.image);
      const { source, rotationDeg, skewDeg, frame, lines, codes, timedOut } = text;
      const plain = plainText(text);
      return context.json({
        pageId: page.pageId,
        source,
        rotationDeg,
        skewDeg,
        frame,
        lines,
        codes,
        timedOut,
        text: plain,
      });
    })
    .get('/pages/:pageId/image', async (context) => {
      const { image } = context.var.page;
      // No browser shows TIFF.
      return image.mediaType === 'image/tiff'
        ? picture(
            context,
            await drawThumbnail(await office.store.get(image.objectKey), image.widthPx, 0),
            'image/jpeg',
          )
        : picture(context, await office.store.get(image.objectKey), image.mediaType);
    })
    .get('/pages/:pageId/thumbnail', async (context) => {
      const { page } = context.var;
      const rotationDeg = page.plan?.rotationDeg ?? (await loadText(office, page))?.rotationDeg ?? 0;
      const bytes = await office.store.get(page.image.objectKey);
      return picture(context, await drawThumbnail(bytes, THUMBNAIL_WIDTH_PX, rotationDeg), 'image/jpeg');
    });
}

async function loadText({ store }: ApiOffice, page: Page): Promise<PageText | null> {
  return page.textKey ? decodeJson<PageText>(await store.get(page.textKey)) : null;
}

function picture(context: ApiContext, bytes: Uint8Array, type: string): Response {
  return context.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'content-type': type, 'cache-control': KEEP });
}
