/** Puts files into the browser's store before anything else happens to them, then lets the uploader know. */
import { nudge } from './uploader.ts';
import { type WaitingFile, waiting } from './waiting.ts';

export interface Added {
  readonly name: string;
  readonly content: Blob;
}

/** Litter of systems and copying programs. */
const LITTER = /^(\.|thumbs\.db$|desktop\.ini$)/i;

/** @param after highest position taken so far @param replaces page that was scanned again */
export async function addFiles(
  draftId: string,
  added: readonly Added[],
  after: number,
  replaces: string | null = null,
): Promise<void> {
  const last = (await waiting.filesOf(draftId)).at(-1)?.position ?? 0;
  const first = Math.max(after, last) + 1;
  const files = added
    .filter(({ name }) => !LITTER.test(name.split('/').at(-1)!))
    .map(
      ({ name, content }, index): WaitingFile => ({
        fileId: crypto.randomUUID(),
        draftId,
        position: first + index,
        name,
        content,
        sha256: null,
        replaces,
        problem: null,
      }),
    );
  // The browser may throw away what it keeps when the disk is full, unless asked not to.
  await navigator.storage?.persist?.().catch(() => false);
  await waiting.saveFiles(files);
  nudge();
}

const byName = new Intl.Collator('vi', { numeric: true }).compare;

/** As a scanner numbers them: `SCAN_2` before `SCAN_10`. */
export function inNameOrder(files: Iterable<File>): Added[] {
  return [...files]
    .map((file) => ({ name: file.webkitRelativePath || file.name, content: file as Blob }))
    .sort((a, b) => byName(a.name, b.name));
}
