/** One delivery at the desk: papers fill up on the left, pages on the right, one thing to do at the end. */
import { useEffect, useMemo } from 'preact/hooks';
import type { DeskBatch, User } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { go } from '../shell/router.ts';
import { useStore } from '../shell/store.ts';
import { Empty, Failed, Loading, Told } from '../ui/states.tsx';
import { type Added, addFiles, type Beside, notKept } from '../upload/add-files.ts';
import { justSent, nudge, stalled } from '../upload/uploader.ts';
import { waiting } from '../upload/waiting.ts';
import { AddPages } from './add-pages.tsx';
import { Checklist } from './checklist.tsx';
import { DeliveryHead } from './delivery-head.tsx';
import { DropArea } from './drop-area.tsx';
import { FinishBar } from './finish-bar.tsx';
import { usePageActs } from './page-acts.ts';
import { PageBoard } from './page-board.tsx';
import { isUnderWay, lastPosition, makeSheaf, troubled } from './sheaf.ts';
import { UploadStatus } from './upload-status.tsx';
import { useDelivery } from './use-draft.ts';
import { useInsertion } from './use-insertion.ts';

export function Scanning({ id, user }: { id: string; user: User }) {
  const { draft, files, batch } = useDelivery(id);
  const acts = usePageActs(batch.data, batch.reload);
  const sent = useStore(justSent);
  const why = useStore(stalled);
  const lost = useStore(notKept);
  const sheaf = useMemo(() => {
    const own = sent.filter(({ draftId }) => draftId === id).map(({ scan }) => scan);
    return makeSheaf(acts.batch, files, own);
  }, [acts.batch, files, sent, id]);
  const manifest = acts.batch?.manifest ?? draft?.manifest ?? null;
  const closed = acts.batch !== null && acts.batch.state !== 'open';

  useEffect(() => {
    // A delivery begun elsewhere gets a place in this browser as soon as something may wait for it here.
    if (draft !== null || batch.data?.state !== 'open' || !batch.data.manifest) return;
    const { manifest: known, practice = false } = batch.data;
    const createdAt = new Date().toISOString();
    void waiting
      .saveDraft({ draftId: id, ownerId: user.id, batchId: id, manifest: known, practice, createdAt })
      .then(nudge);
  }, [draft, batch.data, id, user.id]);

  const taken = Math.max(lastPosition(batch.data), ...sent.map(({ scan }) => scan.position));
  const insert = useInsertion(id, acts, taken);
  const add = async (added: readonly Added[], beside: Beside = {}) => {
    await addFiles(id, added, taken, beside);
  };
  const complete = async () => {
    // From now on it lives at the server alone, under the server's name for it.
    const { batchId } = batch.data!;
    await waiting.removeDraft(id);
    go(`/desk/${encodeURIComponent(batchId)}`, { replace: true });
    nudge();
  };

  if (draft === undefined || (draft === null && !batch.data && !batch.failure)) {
    return why === 'browser' ? <Told kind="bad">{t('upload.browser')}</Told> : <Loading />;
  }
  if (draft === null && batch.failure) return <Failed failure={batch.failure} onRetry={batch.reload} />;
  return (
    <main id="main" class="scanning">
      <DeliveryHead
        manifest={manifest}
        batchId={acts.batch?.batchId ?? null}
        provisionalCode={acts.batch?.provisionalCode ?? null}
        practice={acts.batch?.practice ?? draft?.practice ?? false}
        reload={batch.reload}
      />
      <Checklist batch={acts.batch} manifest={manifest} />
      <DropArea onFiles={add} disabled={closed}>
        {!closed && <AddPages onFiles={add} />}
        <UploadStatus files={files} sheaf={sheaf} batch={acts.batch} />
        {lost?.draftId === id && lost.names.length > 0 && (
          <Told kind="bad">{t('upload.notKept', { names: lost.names.join(', ') })}</Told>
        )}
        {acts.failure && <Failed failure={acts.failure} />}
        {batch.failure && batch.failure.status !== 0 && (
          <Failed failure={batch.failure} onRetry={batch.reload} />
        )}
        {sheaf.tiles.length === 0 ? (
          <Empty icon="stack" title={t('desk.empty')}>
            <p>{t('desk.emptyHint')}</p>
          </Empty>
        ) : (
          <PageBoard
            sheaf={sheaf}
            acts={acts}
            locked={closed}
            onRescan={(page, file) => add([file], { replaces: page })}
            onInsert={(page, added) => insert(added, { follows: page })}
          />
        )}
      </DropArea>
      {closed ? (
        <div class="finish-bar">
          <Told kind="good">{finishedSentence(acts.batch)}</Told>
          <a class="button primary" href="/desk">
            {t('finish.next')}
          </a>
        </div>
      ) : (
        <FinishBar
          batch={acts.batch}
          underWay={isUnderWay(sheaf) || sheaf.tiles.length === 0}
          troubled={troubled(sheaf).length}
          onFinished={complete}
        />
      )}
    </main>
  );
}

/** Never "done" before it is. */
function finishedSentence(batch: DeskBatch | null): string {
  if (batch?.practice && batch.state !== 'open') return t('finish.practice');
  if (batch?.done) return t('finish.done');
  return batch?.state === 'settled' ? t('finish.settled') : t('finish.closed');
}
