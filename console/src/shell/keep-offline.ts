/** Puts the console into the browser's own store, so that the next start needs no line. */

export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/offline.js');
    const cache = await caches.open('console');
    // What came before the worker took over did not pass through it.
    const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
    await cache.addAll(['/', ...new Set(loaded.filter((path) => path.startsWith('/assets/')))]);
  } catch {
    // A browser that keeps nothing still works while there is a line.
  }
}
