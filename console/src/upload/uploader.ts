/** Brings what waits in the browser to the server by itself: one file at a time, again and again, until it is safe. */
import type { DeskScan } from '../http/answers.ts';
import { CallFailure, call } from '../http/call.ts';
import { tellProblem } from '../i18n/tell-problem.ts';
import { createStore } from '../shell/store.ts';
import { sendFile } from './send-file.ts';
import { sha256Hex, UnreadableContent } from './sha256.ts';
import { type Draft, type WaitingFile, waiting } from './waiting.ts';

export interface Progress {
  readonly sentBytes: number;
  readonly totalBytes: number;
}

/** File under way; null when none. */
export const underWay = createStore<(Progress & { readonly fileId: string }) | null>(null);
/** Rises with every change of what waits: screens look again. */
export const waitingChanged = createStore(0);
/** Why nothing moves although something waits; null while it does. */
export const stalled = createStore<'offline' | 'server' | 'browser' | null>(null);
/** Files that this machine could not read or handle when their turn came: the others go first, then they again. */
export const setAside = createStore<ReadonlyMap<string, 'unreadable' | 'failed'>>(new Map());
/** Pictures of files sent from this browser, by scan: shown until the server has drawn its own. */
export const localPictures = new Map<string, string>();

/** Files that are safe at the server, of which its own list has not told yet. */
export const justSent = createStore<readonly { readonly draftId: string; readonly scan: DeskScan }[]>([]);

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;

let wake: (() => void) | undefined;
let running: string | undefined;

/** Something new waits, or the line is back. */
export function nudge(): void {
  waitingChanged.set(waitingChanged.get() + 1);
  wake?.();
}

addEventListener('online', () => wake?.());

/** One tab of the browser sends, the others look on; the next takes over when it closes. */
export function startUploader(ownerId: string): void {
  if (running === ownerId) return;
  running = ownerId;
  void navigator.locks.request('console-uploader', async () => {
    let pauseMs = FIRST_PAUSE_MS;
    while (running === ownerId) {
      const outcome = await sendNext(ownerId).catch(standStill);
      if (outcome === 'sent') pauseMs = FIRST_PAUSE_MS;
      else await rest(outcome === 'idle' ? LONGEST_PAUSE_MS : jitter(pauseMs));
      if (outcome === 'failed') pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    }
  });
}

export function stopUploader(): void {
  running = undefined;
  wake?.();
}

async function sendNext(ownerId: string): Promise<'sent' | 'idle' | 'failed'> {
  const next = await chooseNext(ownerId);
  if (!next) {
    stalled.set(null);
    return 'idle';
  }
  const { draft, file } = next;
  try {
    const batchId = draft.batchId ?? (await openBatch(draft));
    if (file) await deliver(batchId, file);
    stalled.set(null);
    nudge();
    return 'sent';
  } catch (failure) {
    if (!(failure instanceof CallFailure)) {
      if (!file) throw failure;
      return putAside(file, failure);
    }
    if (file && isRefusal(failure)) {
      const { message, remedy } = tellProblem(failure);
      await waiting.saveFiles([{ ...file, problem: `${message} ${remedy}`.trim() }]);
      nudge();
      return 'sent';
    }
    stalled.set(failure.status === 0 ? 'offline' : 'server');
    return 'failed';
  } finally {
    underWay.set(null);
  }
}

interface Next {
  readonly draft: Draft;
  /** None: only the server has to hear of the draft. */
  readonly file?: WaitingFile;
}

/** Drafts and files in order; those set aside when nothing else is left, longest ago first. */
async function chooseNext(ownerId: string): Promise<Next | null> {
  const aside = new Map<string, Next>();
  for (const draft of await waiting.drafts()) {
    if (draft.ownerId !== ownerId) continue;
    const files = (await waiting.filesOf(draft.draftId)).filter((file) => file.problem === null);
    const file = files.find(({ fileId }) => !setAside.get().has(fileId));
    if (file) return { draft, file };
    if (!draft.batchId) return { draft };
    for (const one of files) aside.set(one.fileId, { draft, file: one });
  }
  const longestAgo = [...setAside.get().keys()].find((fileId) => aside.has(fileId));
  return longestAgo === undefined ? null : aside.get(longestAgo)!;
}

/** For the first time the next file follows at once; tried again in vain, there is nothing else to do for now. */
function putAside({ fileId }: WaitingFile, failure: unknown): 'sent' | 'idle' {
  console.error(failure);
  const others = [...setAside.get()].filter(([id]) => id !== fileId);
  const isNew = others.length === setAside.get().size;
  const isUnreadable = failure instanceof UnreadableContent;
  setAside.set(new Map([...others, [fileId, isUnreadable ? 'unreadable' : 'failed']]));
  stalled.set(isUnreadable ? null : 'browser');
  return isNew ? 'sent' : 'idle';
}

/** The browser's own store does not answer, or keeps nothing: it may later. */
function standStill(failure: unknown): 'failed' {
  console.error(failure);
  stalled.set('browser');
  return 'failed';
}

/** The answer may get lost: the same draft again is the same batch. */
async function openBatch(draft: Draft): Promise<string> {
  const { draftId, manifest, practice } = draft;
  const { batchId } = await call<{ batchId: string }>('/batches', {
    method: 'POST',
    json: { draftId, manifest, ...(practice ? { practice } : {}) },
  });
  await waiting.saveDraft({ ...draft, batchId });
  return batchId;
}

async function deliver(batchId: string, file: WaitingFile): Promise<void> {
  const totalBytes = file.content.size;
  underWay.set({ fileId: file.fileId, sentBytes: 0, totalBytes });
  const sha256 = file.sha256 ?? (await sha256Hex(file.content));
  // A full disk keeps nothing more: it is sending that makes room.
  if (!file.sha256) await waiting.saveFiles([{ ...file, sha256 }]).catch(console.error);
  const scanId = await sendFile(batchId, { ...file, sha256 }, (sentBytes) =>
    underWay.set({ fileId: file.fileId, sentBytes, totalBytes }),
  );
  if (file.content.type.startsWith('image/')) localPictures.set(scanId, URL.createObjectURL(file.content));
  const { draftId, position, name, inserted } = file;
  const place = { position, ...(inserted ? { inserted } : {}) };
  const scan: DeskScan = { scanId, ...place, name, sha256, state: 'stored', warnings: [] };
  const others = justSent.get().filter((one) => one.scan.scanId !== scanId);
  justSent.set([...others, { draftId, scan }]);
  await waiting.removeFile(file.fileId);
}

/** Bytes that changed on the way are sent again. */
const PASSING = new Set(['upload-part-damaged', 'upload-damaged']);

/** Said about this very file; everything else may pass on a later try. */
function isRefusal({ status, code }: CallFailure): boolean {
  return status === 413 || status === 415 || (status === 422 && !PASSING.has(code));
}

function rest(pauseMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Many counters come back at once when a line does. */
function jitter(pauseMs: number): number {
  return pauseMs * (0.5 + Math.random());
}
