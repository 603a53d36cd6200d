/** A page without a file of its own (sheets, blanks, pages still under work): its picture. */
import type { ReadingPage } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t, word } from '../i18n/index.ts';
import { Told } from '../ui/states.tsx';

export function PicturePane({ page }: { page: ReadingPage }) {
  return (
    <div class="picture-pane">
      <Told kind="info">{page.dropped ? t('reading.droppedPage') : word('pageType', page.pageType)}</Told>
      <img src={`/api${at`/pages/${page.pageId}/image`}`} alt={word('pageType', page.pageType)} />
    </div>
  );
}
