/** One page: its picture, its number, its verdict in a word; where something is wrong one sentence and one thing to do. */
import { useState } from 'preact/hooks';
import type { DeskPage } from '../http/answers.ts';
import { t, word } from '../i18n/index.ts';
import { tellProblem } from '../i18n/tell-problem.ts';
import { useStore } from '../shell/store.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import type { Added } from '../upload/add-files.ts';
import { localPictures, nudge, underWay } from '../upload/uploader.ts';
import { type WaitingFile, waiting } from '../upload/waiting.ts';
import { FileCard } from './file-card.tsx';
import { LocalPicture } from './local-picture.tsx';
import type { PageActs } from './page-acts.ts';
import { PickButton } from './pick-button.tsx';
import { pictureAddress } from './picture-address.ts';
import type { Tile } from './sheaf.ts';

interface PageTileProps {
  readonly id: string;
  readonly tile: Tile;
  readonly number: number;
  readonly selected: boolean;
  readonly tabIndex: number;
  readonly locked: boolean;
  readonly acts: PageActs;
  readonly onSelect: () => void;
  readonly onLook: () => void;
  readonly onKeep: (page: DeskPage) => void;
  readonly onRescan: (pageId: string, file: Added) => Promise<void>;
}

export function PageTile(props: PageTileProps) {
  const { id, tile, number, selected, tabIndex, onSelect, onLook } = props;
  return (
    <div class={`tile-card ${selected ? 'selected' : ''} ${toneOf(tile)}`}>
      <button
        type="button"
        id={id}
        class="tile-face"
        tabIndex={tabIndex}
        aria-pressed={selected}
        aria-label={`${t('desk.page', { n: number })}: ${labelOf(tile)}`}
        onClick={onSelect}
        onFocus={onSelect}
        onDblClick={onLook}
      >
        <span class="tile-number">{number}</span>
        <Picture tile={tile} />
      </button>
      <Verdict {...props} />
    </div>
  );
}

function Picture({ tile }: { tile: Tile }) {
  if (tile.kind === 'waiting') return <LocalPicture file={tile.file} />;
  const local = tile.scan && localPictures.get(tile.scan.scanId);
  if (tile.kind === 'page') return <ServerPicture page={tile.page} local={local} />;
  if (local) return <img class="picture" src={local} alt="" />;
  return <FileCard name={tile.scan.name} />;
}

function ServerPicture({ page, local }: { page: DeskPage; local: string | undefined }) {
  const [shown, setShown] = useState(false);
  return (
    <>
      {local && !shown && page.pageNumber === 1 && <img class="picture" src={local} alt="" />}
      <img
        class={shown ? 'picture' : 'picture loading-picture'}
        src={pictureAddress(page, 'thumbnail')}
        alt=""
        decoding="async"
        onLoad={() => setShown(true)}
      />
    </>
  );
}

function toneOf(tile: Tile): string {
  if (tile.kind === 'refused') return 'bad';
  if (tile.kind === 'waiting') return tile.file.problem ? 'bad' : '';
  if (tile.kind !== 'page' || tile.page.kept) return '';
  return tile.page.verdict === 'rescan' ? 'bad' : tile.page.verdict === 'doubtful' ? 'warn' : '';
}

function labelOf(tile: Tile): string {
  if (tile.kind === 'page') return tile.page.kept ? t('page.kept') : word('pageVerdict', tile.page.verdict);
  return t(`tile.${tile.kind}`);
}

function Verdict({ tile, acts, locked, onKeep, onRescan }: PageTileProps) {
  if (tile.kind === 'waiting') return <WaitingVerdict file={tile.file} />;
  if (tile.kind === 'stored') return <p class="tile-note">{t('tile.stored')}</p>;
  if (tile.kind === 'refused') {
    const { rejection } = tile.scan;
    return <p class="tile-note bad">{rejection ? tellProblem(rejection).message : t('tile.refused')}</p>;
  }
  const { page } = tile;
  if (page.kept) return <p class="tile-note">{t('page.kept')}</p>;
  return (
    <div class="tile-note">
      <Badge of="pageVerdict" code={page.verdict} />
      {page.state === 'received' && page.verdict === 'good' && (
        <span class="faint"> {t('tile.reading')}</span>
      )}
      {page.sentence && page.verdict !== 'good' && <p class="tile-sentence">{page.sentence}</p>}
      {!locked && page.verdict !== 'good' && (
        <div class="tile-actions">
          <MainAction page={page} acts={acts} onRescan={onRescan} />
          {page.verdict === 'rescan' && (
            <Button kind="quiet" onClick={() => onKeep(page)}>
              {t('page.keep')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function MainAction({ page, acts, onRescan }: Pick<PageTileProps, 'acts' | 'onRescan'> & { page: DeskPage }) {
  if (page.action === 'turn') {
    return (
      <Button icon="turn" onClick={() => void acts.turn(page)}>
        {t('page.turn')}
      </Button>
    );
  }
  if (page.action === 'drop') {
    return (
      <Button icon="drop" onClick={() => void acts.act(page, { dropped: true })}>
        {t('page.drop')}
      </Button>
    );
  }
  if (page.verdict !== 'rescan') return null;
  return (
    <PickButton
      icon="rescan"
      label={t('page.rescan')}
      single
      onPick={([file]) => file && onRescan(page.pageId, file)}
    />
  );
}

function WaitingVerdict({ file }: { file: WaitingFile }) {
  const current = useStore(underWay);
  if (file.problem) {
    return (
      <div class="tile-note bad">
        <p class="tile-sentence">{file.problem}</p>
        <Button
          icon="drop"
          onClick={async () => {
            await waiting.removeFile(file.fileId);
            nudge();
          }}
        >
          {t('page.drop')}
        </Button>
      </div>
    );
  }
  const isCurrent = current?.fileId === file.fileId;
  return (
    <div class="tile-note">
      {isCurrent ? t('tile.sending') : t('tile.waiting')}
      {isCurrent && <progress aria-label={file.name} max={current.totalBytes} value={current.sentBytes} />}
    </div>
  );
}
