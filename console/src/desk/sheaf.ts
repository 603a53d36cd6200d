/** The desk's one row of tiles: pages as the server knows them, files under way, files refused; in the order of paper. */
import type { DeskBatch, DeskPage, DeskScan, Insertion } from '../http/answers.ts';
import type { WaitingFile } from '../upload/waiting.ts';

export type Tile =
  | {
      readonly kind: 'page';
      readonly key: string;
      readonly page: DeskPage;
      readonly scan: DeskScan | undefined;
    }
  /** At the server, not taken apart yet. */
  | { readonly kind: 'stored'; readonly key: string; readonly scan: DeskScan }
  | { readonly kind: 'refused'; readonly key: string; readonly scan: DeskScan }
  /** Only in this browser. */
  | { readonly kind: 'waiting'; readonly key: string; readonly file: WaitingFile };

export interface Sheaf {
  readonly tiles: readonly Tile[];
  /** Left out of the row: dropped or scanned again. */
  readonly dropped: readonly DeskPage[];
}

/** @param sent safe at the server, which may not have told so yet */
export function makeSheaf(
  batch: DeskBatch | null,
  files: readonly WaitingFile[],
  sent: readonly DeskScan[] = [],
): Sheaf {
  const scans = new Map([...sent, ...(batch?.scans ?? [])].map((scan) => [scan.scanId, scan]));
  const pages = [...(batch?.pages ?? [])].sort((a, b) => a.position - b.position);
  const tiles: Tile[] = pages
    .filter((page) => !page.dropped)
    .map((page) => ({ kind: 'page', key: page.pageId, page, scan: scans.get(page.scanId) }));
  const exploded = new Set(pages.map((page) => page.scanId));
  for (const scan of scans.values()) {
    if (exploded.has(scan.scanId)) continue;
    const tile: Tile = { kind: scan.state === 'rejected' ? 'refused' : 'stored', key: scan.scanId, scan };
    tiles.splice(placeOf(scan, tiles), 0, tile);
  }
  const known = new Set([...scans.values()].map(({ position, sha256 }) => `${position} ${sha256}`));
  for (const file of files) {
    // The answer to its last part may have been lost: it is safe, and the uploader will find out.
    if (file.sha256 && known.has(`${file.position} ${file.sha256}`)) continue;
    const place = file.inserted ? placeOf(file, tiles) : tiles.length;
    tiles.splice(place, 0, { kind: 'waiting', key: file.fileId, file });
  }
  return { tiles, dropped: pages.filter((page) => page.dropped) };
}

interface Delivered {
  readonly position: number;
  readonly inserted?: Insertion;
}

/** Behind the page that it was put in after and its own fellows; else as scanned. */
function placeOf({ position, inserted }: Delivered, tiles: readonly Tile[]): number {
  const anchor = inserted ? tiles.findIndex((tile) => tile.key === inserted.after) : -1;
  if (inserted && anchor >= 0) {
    const rest = tiles.slice(anchor + 1);
    const end = rest.findIndex((tile) => {
      const other = deliveredAs(tile);
      return other?.inserted?.first !== inserted.first || other.position > position;
    });
    return end === -1 ? tiles.length : anchor + 1 + end;
  }
  const before = tiles.findIndex((tile) => {
    const other = deliveredAs(tile);
    return other !== undefined && !other.inserted && other.position > position;
  });
  return before === -1 ? tiles.length : before;
}

function deliveredAs(tile: Tile): Delivered | undefined {
  return tile.kind === 'waiting' ? tile.file : tile.scan;
}

export function lastPosition(batch: DeskBatch | null): number {
  return Math.max(0, ...(batch?.scans ?? []).map((scan) => scan.position));
}

/** Pages that somebody must look at before the dossier is whole. */
export function troubled(sheaf: Sheaf): Tile[] {
  return sheaf.tiles.filter(
    (tile) =>
      tile.kind === 'refused' ||
      (tile.kind === 'waiting' && tile.file.problem !== null) ||
      (tile.kind === 'page' && tile.page.verdict === 'rescan' && !tile.page.kept),
  );
}

/** Paper that the server does not hold page by page yet. */
export function isUnderWay(sheaf: Sheaf): boolean {
  return sheaf.tiles.some(
    (tile) => tile.kind === 'stored' || (tile.kind === 'waiting' && tile.file.problem === null),
  );
}
