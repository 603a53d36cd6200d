/** One page large, to see what the verdict means; arrows go through the stack. */
import { useState } from 'preact/hooks';
import type { DeskPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { PageActs } from './page-acts.ts';
import { pictureAddress } from './picture-address.ts';

interface PageLookProps {
  readonly pages: readonly DeskPage[];
  readonly pageId: string;
  readonly acts: PageActs;
  readonly locked: boolean;
  readonly onClose: () => void;
}

export function PageLook({ pages, pageId, acts, locked, onClose }: PageLookProps) {
  const [shownId, setShownId] = useState(pageId);
  const index = Math.max(
    0,
    pages.findIndex((one) => one.pageId === shownId),
  );
  const page = pages[index];
  if (!page) return null;
  const goTo = (to: number) => pages[to] && setShownId(pages[to].pageId);
  return (
    <Dialog title={t('desk.page', { n: index + 1 })} onClose={onClose} wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys of the dialog's buttons */}
      <div
        class="look"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') goTo(index - 1);
          if (event.key === 'ArrowRight') goTo(index + 1);
        }}
      >
        <div class="actions">
          <Button icon="left" disabled={index === 0} onClick={() => goTo(index - 1)}>
            {t('page.previous')}
          </Button>
          <Button icon="right" disabled={index === pages.length - 1} onClick={() => goTo(index + 1)}>
            {t('page.next')}
          </Button>
          {!locked && (
            <Button icon="turn" onClick={() => void acts.turn(page)}>
              {t('page.turn')}
            </Button>
          )}
          <Badge of="pageVerdict" code={page.verdict} /> <span>{page.sentence}</span>
        </div>
        <img
          class="look-picture"
          src={pictureAddress(page, 'image')}
          alt={t('desk.page', { n: index + 1 })}
        />
      </div>
    </Dialog>
  );
}
