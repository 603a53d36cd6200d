/** A page without a file of its own (sheets, blanks, pages still under work): its picture. */
import type { ReadingPage } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t, word } from '../i18n/index.ts';
import { Told } from '../ui/states.tsx';

interface PicturePaneProps {
  readonly page: ReadingPage;
  /** The file of its paper is under work. */
  readonly isRemade: boolean;
}

export function PicturePane({ page, isRemade }: PicturePaneProps) {
  const what = page.dropped ? t('reading.droppedPage') : word('pageType', page.pageType);
  return (
    <div class="picture-pane">
      <Told kind="info">{isRemade && !page.dropped ? t('reading.fileDue') : what}</Told>
      <img src={`/api${at`/pages/${page.pageId}/image`}`} alt={word('pageType', page.pageType)} />
    </div>
  );
}
