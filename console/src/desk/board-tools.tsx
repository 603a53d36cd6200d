/** What can be done to the chosen page, in words and with its key. */
import type { DeskPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import type { Added } from '../upload/add-files.ts';
import { INSERT_ID, placeBefore } from './board-keys.ts';
import type { PageActs } from './page-acts.ts';
import { PickButton } from './pick-button.tsx';

interface BoardToolsProps {
  readonly page: DeskPage | null;
  readonly pages: readonly DeskPage[];
  readonly acts: PageActs;
  readonly onLook: (pageId: string) => void;
  readonly onRescan: (pageId: string, file: Added) => Promise<void>;
  readonly onInsert: (pageId: string, added: readonly Added[]) => Promise<void>;
}

export function BoardTools({ page, pages, acts, onLook, onRescan, onInsert }: BoardToolsProps) {
  const carry = (by: -1 | 1) => {
    const before = page && placeBefore(pages, page, by);
    if (page && before !== undefined) void acts.act(page, { before });
  };
  return (
    <div class="board-tools" role="toolbar" aria-label={t('board.tools')}>
      {page ? (
        <>
          <Button icon="search" onClick={() => onLook(page.pageId)} shortcut="Enter">
            {t('page.look')}
          </Button>
          <Button icon="turn" onClick={() => void acts.turn(page)} shortcut="R">
            {t('page.turn')}
          </Button>
          <Button icon="left" onClick={() => carry(-1)} shortcut="Alt+ArrowLeft">
            {t('page.earlier')}
          </Button>
          <Button icon="right" onClick={() => carry(1)} shortcut="Alt+ArrowRight">
            {t('page.later')}
          </Button>
          <PickButton
            icon="rescan"
            label={t('page.rescan')}
            single
            onPick={([file]) => file && onRescan(page.pageId, file)}
          />
          <PickButton
            id={INSERT_ID}
            icon="add"
            label={t('page.insert')}
            shortcut="Insert"
            onPick={(added) => onInsert(page.pageId, added)}
          />
          <Button icon="drop" onClick={() => void acts.act(page, { dropped: true })} shortcut="Delete">
            {t('page.drop')}
          </Button>
        </>
      ) : (
        <p class="faint">{t('board.choose')}</p>
      )}
      <Button icon="undo" disabled={!acts.canUndo} onClick={() => void acts.undo()} shortcut="Control+Z">
        {t('page.undo')}
      </Button>
    </div>
  );
}
