/** A delivery at this desk: what this browser still holds of it, and what the server says. */
import { useEffect, useState } from 'preact/hooks';
import type { DeskBatch } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { type Resource, useResource } from '../http/use-resource.ts';
import { useStore } from '../shell/store.ts';
import { waitingChanged } from '../upload/uploader.ts';
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
    })();
    return () => {
      gone = true;
    };
  }, [id, changes]);
  const batchId = held.draft === null ? id : held.draft?.batchId;
  const batch = useResource<DeskBatch>(
    batchId ? at`/batches/${batchId}` : null,
    batchId ? `?batch=${encodeURIComponent(batchId)}` : null,
  );
  return { ...held, batch };
}
