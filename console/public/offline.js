/** Keeps the console itself in the browser, so that it opens without a line; data is never kept here. */
const CACHE = 'console';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(openShell(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(openAsset(request));
});

/** The newest shell where there is a line, else the last one seen. */
async function openShell(request) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    const isShell = answer.ok && answer.headers.get('content-type')?.startsWith('text/html');
    if (isShell) await cache.put('/', answer.clone());
    return answer;
  } catch (failure) {
    const kept = await cache.match('/');
    if (kept) return kept;
    throw failure;
  }
}

/** Names carry a hash of their content: what is kept never grows old. */
async function openAsset(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
