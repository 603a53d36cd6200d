/** All pages of the delivery as small pictures; only those in sight are drawn; mouse and keyboard do the same things. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { DeskPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { useWindow } from '../ui/use-window.ts';
import type { Added } from '../upload/add-files.ts';
import { boardKeys } from './board-keys.ts';
import { BoardTools } from './board-tools.tsx';
import { DroppedPages } from './dropped-pages.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import type { PageActs } from './page-acts.ts';
import { PageLook } from './page-look.tsx';
import { PageTile } from './page-tile.tsx';
import type { Sheaf } from './sheaf.ts';

const TILE_WIDTH_PX = 190;
const TILE_HEIGHT_PX = 316;

interface PageBoardProps {
  readonly sheaf: Sheaf;
  readonly acts: PageActs;
  /** Handed over: only to look at. */
  readonly locked: boolean;
  readonly onRescan: (pageId: string, file: Added) => Promise<void>;
  readonly onInsert: (pageId: string, added: readonly Added[]) => Promise<void>;
}

export function PageBoard({ sheaf, acts, locked, onRescan, onInsert }: PageBoardProps) {
  const box = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [looking, setLooking] = useState<string | null>(null);
  const [keeping, setKeeping] = useState<DeskPage | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const { tiles } = sheaf;
  const [columns, setColumns] = useState(4);
  const rows = Math.ceil(tiles.length / columns);
  const tops = useMemo(() => Array.from({ length: rows + 1 }, (_, row) => row * TILE_HEIGHT_PX), [rows]);
  const seen = useWindow(box, tops);
  const fitting = Math.max(1, Math.floor(seen.widthPx / TILE_WIDTH_PX));
  if (seen.widthPx > 0 && fitting !== columns) setColumns(fitting);

  const index = tiles.findIndex((tile) => tile.key === selected);
  const pages = tiles.flatMap((tile) => (tile.kind === 'page' ? [tile.page] : []));
  const page = pages.find((one) => one.pageId === selected) ?? null;
  const select = (to: number) => {
    const tile = tiles[Math.max(0, Math.min(tiles.length - 1, to))];
    if (!tile) return;
    setSelected(tile.key);
    bringIntoSight(box.current, Math.floor(tiles.indexOf(tile) / columns));
    requestAnimationFrame(() => document.getElementById(tileId(tile.key))?.focus());
  };
  const onKeyDown = boardKeys({ index, columns, pages, page, locked, acts, select, look: setLooking });
  const dropBefore = (target: string) => {
    const moved = pages.find((one) => one.pageId === dragged);
    setDragged(null);
    if (moved && moved.pageId !== target) void acts.act(moved, { before: target });
  };

  return (
    <>
      {!locked && (
        <BoardTools
          page={page}
          pages={pages}
          acts={acts}
          onLook={setLooking}
          onRescan={onRescan}
          onInsert={onInsert}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the pages inside, each of them a button */}
      <div ref={box} class="board" onKeyDown={onKeyDown}>
        <ol class="board-inner" aria-label={t('desk.pages')} style={{ height: `${rows * TILE_HEIGHT_PX}px` }}>
          {tiles.slice(seen.from * columns, seen.to * columns).map((tile, offset) => {
            const place = seen.from * columns + offset;
            const isFocus = selected === tile.key || (index === -1 && place === 0);
            return (
              <li
                key={tile.key}
                class={dragged && tile.kind === 'page' ? 'tile droppable' : 'tile'}
                aria-posinset={place + 1}
                aria-setsize={tiles.length}
                style={{
                  transform: `translate(${(place % columns) * TILE_WIDTH_PX}px, ${Math.floor(place / columns) * TILE_HEIGHT_PX}px)`,
                }}
                draggable={!locked && tile.kind === 'page'}
                onDragStart={() => setDragged(tile.key)}
                onDragEnd={() => setDragged(null)}
                onDragOver={(event) => dragged && tile.kind === 'page' && event.preventDefault()}
                onDrop={() => dropBefore(tile.key)}
              >
                <PageTile
                  id={tileId(tile.key)}
                  tile={tile}
                  number={place + 1}
                  selected={tile.key === selected}
                  tabIndex={isFocus ? 0 : -1}
                  locked={locked}
                  onSelect={() => setSelected(tile.key)}
                  onLook={() => setLooking(tile.key)}
                  onKeep={setKeeping}
                  onRescan={onRescan}
                  acts={acts}
                />
              </li>
            );
          })}
        </ol>
        <DroppedPages pages={sheaf.dropped} acts={acts} locked={locked} />
      </div>
      {looking && (
        <PageLook
          pages={pages}
          pageId={looking}
          acts={acts}
          locked={locked}
          onClose={() => setLooking(null)}
        />
      )}
      {keeping && <KeepDialog page={keeping} acts={acts} onClose={() => setKeeping(null)} />}
    </>
  );
}

function tileId(key: string): string {
  return `tile-${key}`;
}

function bringIntoSight(box: HTMLElement | null, row: number): void {
  if (!box) return;
  const top = row * TILE_HEIGHT_PX;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + TILE_HEIGHT_PX > box.scrollTop + box.clientHeight)
    box.scrollTop = top + TILE_HEIGHT_PX - box.clientHeight;
}
