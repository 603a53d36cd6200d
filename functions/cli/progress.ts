/** Progress of long work on stderr: one line that rewrites itself on a terminal, a line now and then elsewhere. */
import type { Batch } from '../../shared/domain/batch.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import type { LocalOffice } from '../../shared/runtime/local.ts';

const REDRAW_MS = 250;
const LINE_EVERY_MS = 5_000;
const BAR_WIDTH = 24;
const BATCHES_SHOWN = 10_000;

export function showProgress(office: LocalOffice): { stop(): void } {
  const isTerminal = process.stderr.isTTY === true;
  const startedMs = Date.now();
  const countPages = pageCounter(office);
  let shown = '';
  const draw = async () => {
    const { read, total } = await countPages();
    if (total === 0) return;
    const line = `${bar(read / total)} ${read}/${total} trang, ${Math.round((Date.now() - startedMs) / 1000)} giây`;
    if (line === shown) return;
    shown = line;
    process.stderr.write(isTerminal ? `\r${line}\x1b[K` : `${line}\n`);
  };
  const timer = setInterval(() => draw().catch(() => undefined), isTerminal ? REDRAW_MS : LINE_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      if (isTerminal && shown) process.stderr.write('\r\x1b[K');
    },
  };
}

interface PageCount {
  readonly read: number;
  readonly total: number;
}

/** Batches that have settled are counted once: of a thousand folders only those under work are looked at again. */
function pageCounter({ repository }: Pick<LocalOffice, 'repository'>): () => Promise<PageCount> {
  const settled = new Map<BatchId, PageCount>();
  const countBatch = async ({ batchId, state }: Batch): Promise<PageCount> => {
    const known = state === 'settled' && settled.get(batchId);
    if (known) return known;
    const scans = await repository.scansOf(batchId);
    const pages = await repository.pagesOf(batchId);
    const count = {
      read: pages.filter((page) => page.state !== 'received').length,
      total: scans.reduce((sum, { pageCount = 0 }) => sum + pageCount, 0),
    };
    if (state === 'settled') settled.set(batchId, count);
    return count;
  };
  return async () => {
    let read = 0;
    let total = 0;
    for (const batch of await repository.listBatches(BATCHES_SHOWN)) {
      const count = await countBatch(batch);
      read += count.read;
      total += count.total;
    }
    return { read, total };
  };
}

function bar(share: number): string {
  const full = Math.min(BAR_WIDTH, Math.round(share * BAR_WIDTH));
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}]`;
}
