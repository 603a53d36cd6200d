/** The dossier's papers and their pages as small pictures; of two hundred only those in sight are drawn. */
import { useMemo, useRef } from 'preact/hooks';
import type { ReadingDossier, ReadingPage } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';
import { useWindow } from '../ui/use-window.ts';

type Row =
  | {
      readonly kind: 'head';
      readonly key: string;
      readonly name: string;
      readonly fileId: string | null;
      readonly tone: string;
    }
  | { readonly kind: 'page'; readonly key: string; readonly page: ReadingPage };

const HEAD_PX = 66;
const PAGE_PX = 158;

interface PaperStripProps {
  readonly dossier: ReadingDossier;
  readonly pageId: string | null;
  readonly onShow: (pageId: string) => void;
}

export function PaperStrip({ dossier, pageId, onShow }: PaperStripProps) {
  const box = useRef<HTMLElement>(null);
  const rows = useMemo(() => rowsOf(dossier), [dossier]);
  const tops = useMemo(() => topsOf(rows), [rows]);
  const seen = useWindow(box, tops);
  const pages = rows.flatMap((row) => (row.kind === 'page' ? [row.page.pageId] : []));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = pages[pages.indexOf(pageId ?? '') + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onShow(next);
    const top = tops[rows.findIndex((row) => row.key === next)]!;
    if (box.current) box.current.scrollTop = top - box.current.clientHeight / 3;
    requestAnimationFrame(() => document.getElementById(`strip-${next}`)?.focus());
  };
  return (
    <nav ref={box} class="strip" aria-label={t('reading.papers')} onKeyDown={onKeyDown}>
      <ol class="strip-inner" style={{ height: `${tops.at(-1)}px` }}>
        {rows.slice(seen.from, seen.to).map((row, offset) => (
          <li
            key={row.key}
            class="strip-row"
            style={{ transform: `translateY(${tops[seen.from + offset]}px)` }}
          >
            {row.kind === 'head' ? (
              <PaperHead row={row} />
            ) : (
              <PageButton page={row.page} current={row.page.pageId === pageId} onShow={onShow} />
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PaperHead({ row }: { row: Extract<Row, { kind: 'head' }> }) {
  return (
    <div class={`strip-head ${row.tone}`}>
      <span>{row.name}</span>
      {row.fileId && (
        <a
          class="button quiet"
          href={`/api${at`/files/${row.fileId}`}`}
          download
          aria-label={t('reading.download', { name: row.name })}
          title={t('reading.download', { name: row.name })}
        >
          <Icon name="download" />
        </a>
      )}
    </div>
  );
}

interface PageButtonProps {
  readonly page: ReadingPage;
  readonly current: boolean;
  readonly onShow: (pageId: string) => void;
}

function PageButton({ page, current, onShow }: PageButtonProps) {
  return (
    <button
      type="button"
      id={`strip-${page.pageId}`}
      class={page.dropped ? 'strip-page dropped' : 'strip-page'}
      aria-current={current ? 'page' : undefined}
      onClick={() => onShow(page.pageId)}
    >
      <img src={`/api${at`/pages/${page.pageId}/thumbnail`}?turn=${page.turnDeg}`} alt="" decoding="async" />
      <span>{page.dropped ? t('reading.droppedPage') : t('desk.page', { n: page.number })}</span>
    </button>
  );
}

function rowsOf(dossier: ReadingDossier): Row[] {
  const byId = new Map(dossier.pages.map((page) => [page.pageId, page]));
  const inPapers = new Set<string>();
  const rows: Row[] = [];
  for (const { paperId, name, fileId, pageIds } of dossier.papers) {
    rows.push({ kind: 'head', key: paperId, name, fileId, tone: '' });
    for (const id of pageIds) {
      const page = byId.get(id);
      if (page) rows.push({ kind: 'page', key: id, page });
      inPapers.add(id);
    }
  }
  for (const { type, name } of dossier.missing) {
    rows.push({
      kind: 'head',
      key: `missing-${type}`,
      name: t('reading.missing', { name }),
      fileId: null,
      tone: 'bad',
    });
  }
  const others = dossier.pages.filter((page) => !inPapers.has(page.pageId));
  if (others.length > 0)
    rows.push({ kind: 'head', key: 'others', name: t('reading.others'), fileId: null, tone: 'faint' });
  for (const page of others) {
    rows.push({ kind: 'page', key: page.pageId, page });
  }
  return rows;
}

function topsOf(rows: readonly Row[]): number[] {
  const tops = [0];
  for (const row of rows) tops.push(tops.at(-1)! + (row.kind === 'head' ? HEAD_PX : PAGE_PX));
  return tops;
}
