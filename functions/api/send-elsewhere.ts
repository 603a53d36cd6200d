/** Sends whoever asks to the object itself, where an answer is too large for this door. */
import type { DownloadDesk, DownloadHeaders } from '../../shared/ports/download-desk.ts';
import type { ApiContext } from './environment.ts';

/** 307 with an address that is good for a moment; the range that was asked for goes with the request. */
export async function sendElsewhere(
  context: ApiContext,
  downloads: DownloadDesk,
  key: string,
  headers: DownloadHeaders,
): Promise<Response> {
  context.header('cache-control', 'no-store');
  return context.redirect(await downloads.addressOf(key, headers), 307);
}
