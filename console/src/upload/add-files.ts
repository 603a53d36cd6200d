/** Puts files into the browser's store before anything else happens to them, then lets the uploader know. */
import { nudge } from './uploader.ts';
import { type WaitingFile, waiting } from './waiting.ts';

export interface Added {
  readonly name: string;
  readonly content: Blob;
}

/** Litter of systems and copying programs. */
const LITTER = /^(\.|thumbs\.db$|desktop\.ini$)/i;

/** Pages that the files have to do with; without any they come at the end. */
export interface Beside {
  /** Scanned again. */
  readonly replaces?: string;
  /** Put in after it. */
  readonly follows?: string;
}

/** @param taken highest position so far @returns the positions that the files have now */
export async function addFiles(
  draftId: string,
  added: readonly Added[],
  taken: number,
  { replaces, follows }: Beside = {},
): Promise<readonly number[]> {
  const last = (await waiting.filesOf(draftId)).at(-1)?.position ?? 0;
  const first = Math.max(taken, last) + 1;
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
        replaces: replaces ?? null,
        ...(follows ? { inserted: { after: follows, first } } : {}),
        problem: null,
      }),
    );
  // The browser may throw away what it keeps when the disk is full, unless asked not to.
  await navigator.storage?.persist?.().catch(() => false);
  await waiting.saveFiles(files);
  nudge();
  return files.map(({ position }) => position);
}

const byName = new Intl.Collator('vi', { numeric: true }).compare;

/** As a scanner numbers them: `SCAN_2` before `SCAN_10`. */
export function inNameOrder(files: Iterable<File>): Added[] {
  return [...files]
    .map((file) => ({ name: file.webkitRelativePath || file.name, content: file as Blob }))
    .sort((a, b) => byName(a.name, b.name));
}
