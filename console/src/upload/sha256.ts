/** Checksum of what is about to be sent, by the browser's own code. */

/** Lower-case hex. Works on pages served by TLS or from this machine only. */
export async function sha256Hex(content: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await content.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
