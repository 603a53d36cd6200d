/** Pages left out: kept, and one click from coming back. */
import type { DeskPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import type { PageActs } from './page-acts.ts';
import { pictureAddress } from './picture-address.ts';

interface DroppedPagesProps {
  readonly pages: readonly DeskPage[];
  readonly acts: PageActs;
  readonly locked: boolean;
}

export function DroppedPages({ pages, acts, locked }: DroppedPagesProps) {
  const bringBack = (page: DeskPage) => {
    const better = acts.batch?.pages.find((other) => other.replaces === page.pageId && !other.dropped);
    void (better ? acts.act(better, { replaces: null }) : acts.act(page, { dropped: false }));
  };
  if (pages.length === 0) return null;
  return (
    <details class="dropped">
      <summary>{t('board.dropped', { n: pages.length })}</summary>
      <ul>
        {pages.map((page) => (
          <li key={page.pageId}>
            <img src={pictureAddress(page, 'thumbnail')} alt="" loading="lazy" />
            {!locked && (
              <Button icon="undo" onClick={() => bringBack(page)}>
                {t('page.bringBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
