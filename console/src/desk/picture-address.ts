/** Where a page's pictures are; a picture on the screen is drawn anew when its address changes: with how the page stands. */
import type { DeskPage } from '../http/answers.ts';
import { at } from '../http/call.ts';

/** Once the words are read, the machine knows which way is up. */
export function pictureAddress(page: DeskPage, size: 'thumbnail' | 'image'): string {
  const stands = page.turnDeg ?? page.state;
  return `/api${at`/pages/${page.pageId}`}/${size}?stands=${stands}`;
}
