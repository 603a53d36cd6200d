/** Puts files into the browser's store before anything else happens to them, then lets the uploader know. */
import { createStore } from '../shell/store.ts';
import { nudge } from './uploader.ts';
import { type WaitingFile, waiting } from './waiting.ts';

export interface Added {
  readonly name: string;
  readonly content: Blob;
}

/** Names of files that could not be put there when files were added last: full disk, or gone from theirs. */
export const notKept = createStore<{ readonly draftId: string; readonly names: readonly string[] } | null>(
  null,
);

/** Litter of systems and copying programs. */
const LITTER = /^(\.|thumbs\.db$|desktop\.ini$)/i;

/** Pages that the files have to do with; without any they come at the end. */
export interface Beside {
  /** Scanned again. */
  readonly replaces?: string;
  /** Put in after it. */
  readonly follows?: string;
}

/** @param taken highest position so far @returns the positions of the files that are kept now */
export async function addFiles(
  draftId: string,
  added: readonly Added[],
  taken: number,
  { replaces, follows }: Beside = {},
): Promise<readonly number[]> {
  const wanted = added.filter(({ name }) => !LITTER.test(name.split('/').at(-1)!));
  const held = await waiting.filesOf(draftId).catch(() => null);
  if (!held) {
    notKept.set({ draftId, names: wanted.map(({ name }) => name) });
    return [];
  }
  const first = Math.max(taken, held.at(-1)?.position ?? 0) + 1;
  const files = wanted.map(
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
  const lost = await keep(files);
  notKept.set({ draftId, names: lost.map(({ name }) => name) });
  nudge();
  return files.filter((file) => !lost.includes(file)).map(({ position }) => position);
}

/** All at once; where that fails, each for itself. @returns those that were not kept */
async function keep(files: readonly WaitingFile[]): Promise<WaitingFile[]> {
  const lost: WaitingFile[] = [];
  const trouble = await waiting.saveFiles(files).catch((failure: unknown) => failure);
  if (trouble === undefined) return lost;
  console.error(trouble);
  for (const file of files) await waiting.saveFiles([file]).catch(() => lost.push(file));
  return lost;
}

const byName = new Intl.Collator('vi', { numeric: true }).compare;

/** As a scanner numbers them: `SCAN_2` before `SCAN_10`. */
export function inNameOrder(files: Iterable<File>): Added[] {
  return [...files]
    .map((file) => ({ name: file.webkitRelativePath || file.name, content: file as Blob }))
    .sort((a, b) => byName(a.name, b.name));
}
