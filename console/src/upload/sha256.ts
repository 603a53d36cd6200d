/** Checksum of what is about to be sent, by the browser's own code. */

/** The browser cannot get at the bytes: moved or deleted meanwhile, a disk or a store that is damaged. */
export class UnreadableContent extends Error {
  override readonly name = 'UnreadableContent';
}

/** Lower-case hex. Works on pages served by TLS or from this machine only. @throws UnreadableContent */
export async function sha256Hex(content: Blob): Promise<string> {
  const bytes = await content.arrayBuffer().catch((cause: unknown) => {
    throw new UnreadableContent('the bytes cannot be read', { cause });
  });
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
