/** Hears from the server that something changed; where no stream gets through, asks every few seconds. */
import { call } from './call.ts';

const POLL_MS = 4_000;
const GATHER_MS = 150;

/** Calls `changed` at most every `GATHER_MS`; also after every reconnect, for what was missed. */
export function listen(query: string, changed: () => void): () => void {
  let gathered: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let mark = '';
  const gather = () => {
    if (gathered !== undefined) return;
    gathered = setTimeout(() => {
      gathered = undefined;
      changed();
    }, GATHER_MS);
  };
  const ask = async () => {
    const path = `/stream${query}&since=${encodeURIComponent(mark)}`;
    const told = await call<{ mark: string; changes: readonly unknown[] }>(path).catch(() => null);
    if (!told) return;
    mark = told.mark;
    if (told.changes.length > 0) gather();
  };
  const source = new EventSource(`/api/stream${query}`);
  source.onopen = () => {
    clearInterval(poll);
    poll = undefined;
    gather();
  };
  source.onerror = () => {
    if (poll !== undefined) return;
    poll = setInterval(ask, POLL_MS);
    void ask();
  };
  for (const name of ['batch-changed', 'dossier-changed', 'event', 'message']) {
    source.addEventListener(name, gather);
  }
  return () => {
    source.close();
    clearTimeout(gathered);
    clearInterval(poll);
  };
}
