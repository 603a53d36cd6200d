/** The address is the state of the screen: links can be kept, shared, and gone back from. */
import { createStore, useStore } from './store.ts';

const place = createStore(location.pathname + location.search);

addEventListener('popstate', () => place.set(location.pathname + location.search));

export function go(path: string, { replace = false } = {}): void {
  if (path === place.get()) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  place.set(path);
}

export interface Place {
  /** `/dossiers/H12-1` is `['dossiers', 'H12-1']`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

export function usePlace(): Place {
  const url = new URL(useStore(place), location.origin);
  return {
    segments: url.pathname.split('/').filter(Boolean).map(decodeURIComponent),
    query: url.searchParams,
  };
}

/** Links stay links (middle click, copy); a plain click stays on the page. */
export function followLink(event: MouseEvent): void {
  const link = (event.target as Element).closest?.('a[href^="/"]');
  if (!link || link.hasAttribute('download') || link.getAttribute('target')) return;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const href = link.getAttribute('href')!;
  if (href.startsWith('/api/') || href.startsWith('/files/')) return;
  event.preventDefault();
  go(href);
}
