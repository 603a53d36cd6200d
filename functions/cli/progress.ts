/** Progress of long work on stderr: one line that rewrites itself on a terminal, a line now and then elsewhere. */
import type { LocalOffice } from '../../shared/runtime/local.ts';

const REDRAW_MS = 250;
const LINE_EVERY_MS = 5_000;
const BAR_WIDTH = 24;
const BATCHES_SHOWN = 10_000;

export function showProgress(office: LocalOffice): { stop(): void } {
  const isTerminal = process.stderr.isTTY === true;
  const startedMs = Date.now();
  let shown = '';
  const draw = async () => {
    const { read, total } = await countPages(office);
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

async function countPages({ repository }: LocalOffice): Promise<{ read: number; total: number }> {
  let read = 0;
  let total = 0;
  for (const { batchId } of await repository.listBatches(BATCHES_SHOWN)) {
    for (const scan of await repository.scansOf(batchId)) total += scan.pageCount ?? 0;
    const pages = await repository.pagesOf(batchId);
    read += pages.filter((page) => page.state !== 'received').length;
  }
  return { read, total };
}

function bar(share: number): string {
  const full = Math.min(BAR_WIDTH, Math.round(share * BAR_WIDTH));
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_WIDTH - full)}]`;
}
