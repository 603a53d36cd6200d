/** Keeps the console itself in the browser, so that it opens without a line; data is never kept here. */
const CACHE = 'console';
/* global VERSION_FILES: written before this by the build, which makes each version a worker of its own. */

self.addEventListener('install', (event) => event.waitUntil(prepare()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

/** The shell and what it needs at once are there before the older version is let go. */
async function prepare() {
  const cache = await caches.open(CACHE);
  await cache.addAll(['/', ...VERSION_FILES.first]);
  await self.skipWaiting();
}

/** Files of older versions are asked for by nobody any more. */
async function takeOver() {
  const cache = await caches.open(CACHE);
  const own = new Set(VERSION_FILES.all);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/assets/') && !own.has(pathname)) await cache.delete(request);
  }
  await self.clients.claim();
}

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
