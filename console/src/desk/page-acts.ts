/** What a clerk does to pages before the close: shown at once, told to the server, and taken back one by one. */
import { useCallback, useRef, useState } from 'preact/hooks';
import type { DeskBatch, DeskPage, Turn } from '../http/answers.ts';
import { at, CallFailure, call } from '../http/call.ts';

export interface PageChange {
  readonly turnDeg?: Turn;
  readonly dropped?: boolean;
  readonly keep?: { readonly reason: string } | null;
  /** Null: no longer a better scan of another, which comes back. */
  readonly replaces?: null;
  /** Page that it goes before; null puts it last. */
  readonly before?: string | null;
}

type TakeBack = () => Promise<unknown>;

export interface PageActs {
  /** The batch as it will be once the server has heard everything. */
  readonly batch: DeskBatch | null;
  readonly act: (page: DeskPage, change: PageChange) => Promise<void>;
  /** A quarter clockwise. */
  readonly turn: (page: DeskPage) => Promise<void>;
  /** Several pages left out, as one step of which nobody need know. */
  readonly drop: (pageIds: readonly string[]) => Promise<void>;
  /** Something else that was done here, to be taken back in its turn. */
  readonly remember: (takeBack: TakeBack) => void;
  readonly undo: () => Promise<void>;
  readonly canUndo: boolean;
  readonly failure: CallFailure | null;
}

export function usePageActs(batch: DeskBatch | null, reload: () => Promise<void>): PageActs {
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [steps, setSteps] = useState<readonly TakeBack[]>([]);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const batchId = batch?.batchId;

  const tell = useCallback(
    (pageId: string, change: PageChange) => {
      const mine = { pageId, change };
      setPending((all) => [...all, mine]);
      // One after the other: order matters and each answer is small.
      const told = queue.current.then(async () => {
        try {
          await call(at`/batches/${batchId!}/pages/${pageId}`, { method: 'POST', json: change });
          setFailure(null);
          await reload();
        } catch (failed) {
          if (!(failed instanceof CallFailure)) throw failed;
          setFailure(failed);
        } finally {
          setPending((all) => all.filter((one) => one !== mine));
        }
      });
      queue.current = told;
      return told;
    },
    [batchId, reload],
  );

  const remember = (takeBack: TakeBack) => setSteps((all) => [...all, takeBack]);
  const drop = useCallback(
    async (pageIds: readonly string[]) => {
      await Promise.all(pageIds.map((pageId) => tell(pageId, { dropped: true })));
    },
    [tell],
  );
  const act = async (page: DeskPage, change: PageChange) => {
    const back = inverseOf(page, change, batch?.pages ?? []);
    remember(() => tell(page.pageId, back));
    await tell(page.pageId, change);
  };
  const turn = async (page: DeskPage) => {
    try {
      const turnDeg = page.turnDeg ?? (await machineTurn(page.pageId));
      await act({ ...page, turnDeg }, { turnDeg: quarterMore(turnDeg) });
    } catch (failed) {
      if (!(failed instanceof CallFailure)) throw failed;
      setFailure(failed);
    }
  };
  const undo = async () => {
    const last = steps.at(-1);
    if (!last) return;
    setSteps((all) => all.slice(0, -1));
    await last();
  };
  const shown = batch && pending.reduce(applyTo, batch);
  return { batch: shown, act, turn, drop, remember, undo, canUndo: steps.length > 0, failure };
}

/** What the machine found is not a person's word yet: it is asked for when somebody wants another. */
async function machineTurn(pageId: string): Promise<Turn> {
  const { rotationDeg } = await call<{ rotationDeg: Turn }>(at`/pages/${pageId}/text`);
  return ((360 - rotationDeg) % 360) as Turn;
}

export function quarterMore(turnDeg: Turn): Turn {
  return ((turnDeg + 90) % 360) as Turn;
}

interface Pending {
  readonly pageId: string;
  readonly change: PageChange;
}

function inverseOf(page: DeskPage, change: PageChange, pages: readonly DeskPage[]): PageChange {
  const order = inOrder(pages);
  const next = order[order.findIndex((one) => one.pageId === page.pageId) + 1];
  return {
    ...(change.turnDeg === undefined ? {} : { turnDeg: page.turnDeg ?? 0 }),
    ...(change.dropped === undefined ? {} : { dropped: page.dropped }),
    ...(change.keep === undefined ? {} : { keep: page.kept ?? null }),
    ...(change.before === undefined ? {} : { before: next?.pageId ?? null }),
  };
}

function applyTo(batch: DeskBatch, { pageId, change }: Pending): DeskBatch {
  const pages = batch.pages.map((page) =>
    page.pageId === pageId
      ? {
          ...page,
          turnDeg: change.turnDeg ?? page.turnDeg,
          dropped: change.dropped ?? page.dropped,
          kept: change.keep === undefined ? (page.kept ?? null) : change.keep,
        }
      : page,
  );
  return { ...batch, pages: change.before === undefined ? pages : movedBefore(pages, pageId, change.before) };
}

/** Positions counted anew from 1. */
export function movedBefore(
  pages: readonly DeskPage[],
  pageId: string,
  before: string | null,
): readonly DeskPage[] {
  const order = inOrder(pages);
  const moved = order.find((page) => page.pageId === pageId);
  if (!moved || before === pageId) return pages;
  const rest = order.filter((page) => page !== moved);
  const index = rest.findIndex((page) => page.pageId === before);
  rest.splice(index === -1 ? rest.length : index, 0, moved);
  return rest.map((page, place) => ({ ...page, position: place + 1 }));
}

function inOrder(pages: readonly DeskPage[]): DeskPage[] {
  return [...pages].sort((a, b) => a.position - b.position);
}
