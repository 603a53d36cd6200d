/** A delivery at this desk: what this browser still holds of it, and what the server says. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { DeskBatch } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { type Resource, useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { useStore } from '../shell/store.ts';
import { setAside, stalled, waitingChanged } from '../upload/uploader.ts';
import { type Draft, type WaitingFile, waiting } from '../upload/waiting.ts';

export interface Delivery {
  /** Undefined while looking; null when this browser knows of none. */
  readonly draft: Draft | null | undefined;
  readonly files: readonly WaitingFile[];
  readonly batch: Resource<DeskBatch>;
}

/** `id` is of a draft of this browser, or of a batch begun elsewhere. */
export function useDelivery(id: string): Delivery {
  const changes = useStore(waitingChanged);
  const why = useStore(stalled);
  const aside = useStore(setAside);
  const [held, setHeld] = useState<{ draft: Draft | null | undefined; files: readonly WaitingFile[] }>({
    draft: undefined,
    files: [],
  });
  useEffect(() => {
    let gone = false;
    void (async () => {
      const draft = (await waiting.draft(id)) ?? null;
      const files = await waiting.filesOf(id);
      if (!gone) setHeld({ draft, files });
      // What was seen last stays; the uploader says that the store does not answer, and when it does again.
    })().catch(console.error);
    return () => {
      gone = true;
    };
  }, [id, changes, why]);
  const batchId = held.draft === null ? id : held.draft?.batchId;
  const batch = useResource<DeskBatch>(
    batchId ? at`/batches/${batchId}` : null,
    batchId ? `?batch=${encodeURIComponent(batchId)}` : null,
  );
  const files = useMemo(
    () => held.files.map((file) => (aside.get(file.fileId) === 'unreadable' ? toldUnreadable(file) : file)),
    [held.files, aside],
  );
  return { draft: held.draft, files, batch };
}

function toldUnreadable(file: WaitingFile): WaitingFile {
  return { ...file, problem: t('tile.unreadable', { name: file.name.split('/').at(-1)! }) };
}
