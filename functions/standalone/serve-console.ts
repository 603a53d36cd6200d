/** The web app's built files by their addresses; any other page address is the app's own and gets its first page. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.bcmap': 'application/octet-stream',
};

/** Named by their content, so they never change. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const NOT_BUILT = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Số hóa hồ sơ</title>
<h1>Số hóa hồ sơ bưu chính công ích</h1>
<p>Máy chủ đang chạy, nhưng giao diện chưa được dựng. Chạy <code>npm run console</code> rồi khởi động lại.</p></html>`;

/** `folder` is null where the web app has not been built. */
export function consoleServer(folder: string | null): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 });
    const { pathname } = new URL(request.url);
    if (folder === null) return page(NOT_BUILT);
    const path = pathInside(folder, pathname);
    const bytes = path === null ? null : await readFile(path).catch(() => null);
    if (path !== null && bytes !== null) return file(path, bytes, pathname.startsWith('/assets/'));
    // A dossier code has dots too.
    if (pathname.startsWith('/assets/') || extname(pathname) in TYPES)
      return new Response(null, { status: 404 });
    return page(await readFile(join(folder, 'index.html')));
  };
}

/** Null for what would lead out of the folder, and for the folder itself. */
function pathInside(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.endsWith('/')) return null;
  const path = normalize(join(folder, name));
  return path.startsWith(folder + sep) ? path : null;
}

function file(path: string, bytes: Uint8Array, isNamedByContent: boolean): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': isNamedByContent ? FOR_EVER : 'no-cache',
    },
  });
}

function page(html: string | Uint8Array): Response {
  return new Response(html as string | Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': TYPES['.html']!, 'cache-control': 'no-cache' },
  });
}
