/** What waits in this browser: drafts of deliveries and files not yet safe at the server; it survives a closed browser. */
import type { Insertion, ManifestDraft } from '../http/answers.ts';

export interface Draft {
  readonly draftId: string;
  /** Only this person's session sends it. */
  readonly ownerId: string;
  /** Null until the server has heard of it. */
  readonly batchId: string | null;
  readonly manifest: ManifestDraft;
  readonly practice: boolean;
  readonly createdAt: string;
}

export interface WaitingFile {
  readonly fileId: string;
  readonly draftId: string;
  /** From 1, in scanning order. */
  readonly position: number;
  readonly name: string;
  readonly content: Blob;
  /** Hex; computed when its turn comes. */
  readonly sha256: string | null;
  /** Page that this file was scanned again for. */
  readonly replaces: string | null;
  /** Where it goes between pages that were there before. */
  readonly inserted?: Insertion;
  /** What the server said against it; it is not tried again by itself. */
  readonly problem: string | null;
}

const VERSION = 1;

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('console', VERSION);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('drafts', { keyPath: 'draftId' });
      asked.result.createObjectStore('files', { keyPath: 'fileId' }).createIndex('draftId', 'draftId');
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => {
      forget();
      reject(asked.error);
    };
  });
  return opened;
}

function forget(): void {
  opened = undefined;
}

/** Browsers end connections of their own (disk full, data cleared, a PC that woke up), not always saying so. */
async function begin(
  store: 'drafts' | 'files',
  mode: IDBTransactionMode,
  options?: IDBTransactionOptions,
): Promise<IDBTransaction> {
  const database = await open();
  try {
    return database.transaction(store, mode, options);
  } catch {
    forget();
    return (await open()).transaction(store, mode, options);
  }
}

/** Resolves when the write is on disk, not when it was asked for. */
async function change(store: 'drafts' | 'files', act: (store: IDBObjectStore) => void): Promise<void> {
  const transaction = await begin(store, 'readwrite', { durability: 'strict' });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
    act(transaction.objectStore(store));
  });
}

async function read<Row>(
  store: 'drafts' | 'files',
  ask: (store: IDBObjectStore) => IDBRequest<Row>,
): Promise<Row> {
  const transaction = await begin(store, 'readonly');
  return new Promise((resolve, reject) => {
    const asked = ask(transaction.objectStore(store));
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

export const waiting = {
  saveDraft: (draft: Draft) => change('drafts', (store) => store.put(draft)),
  draft: (draftId: string) => read<Draft | undefined>('drafts', (store) => store.get(draftId)),
  drafts: () => read<Draft[]>('drafts', (store) => store.getAll()),
  removeDraft: (draftId: string) => change('drafts', (store) => store.delete(draftId)),
  saveFiles: (files: readonly WaitingFile[]) =>
    change('files', (store) => {
      for (const file of files) store.put(file);
    }),
  removeFile: (fileId: string) => change('files', (store) => store.delete(fileId)),
  /** In scanning order. */
  async filesOf(draftId: string): Promise<WaitingFile[]> {
    const files = await read<WaitingFile[]>('files', (store) => store.index('draftId').getAll(draftId));
    return files.sort((a, b) => a.position - b.position);
  },
};
