/** What is not finished yet: in this browser and at this office; one click goes on with it. */
import { useEffect, useState } from 'preact/hooks';
import type { ListedBatch, User } from '../http/answers.ts';
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { moment } from '../shell/days.ts';
import { useStore } from '../shell/store.ts';
import { Icon } from '../ui/icon.tsx';
import { waitingChanged } from '../upload/uploader.ts';
import { waiting } from '../upload/waiting.ts';

interface Held {
  readonly batchId: string | null;
  readonly files: number;
  readonly row: Row;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly note: string;
  readonly at: string;
}

export function OpenDeliveries({ user }: { user: User }) {
  const { data } = useResource<readonly ListedBatch[]>('/batches?state=open');
  const held = useHeldDrafts(user.id);
  const known = new Set(held.map((row) => row.batchId));
  useEffect(() => {
    // Names and addresses stay in a browser no longer than its work does.
    for (const row of held) if (isHandedOver(row, data)) void waiting.removeDraft(row.row.id);
  }, [held, data]);
  const rows: Row[] = [
    ...held.filter((row) => !isHandedOver(row, data)).map((row) => row.row),
    ...(data ?? [])
      .filter((batch) => !known.has(batch.batchId))
      .map((batch) => ({
        id: batch.batchId,
        title: batch.dossierCode ?? batch.provisionalCode,
        name: batch.applicantName ?? '',
        note: batch.practice ? t('desk.practice') : '',
        at: batch.openedAt,
      })),
  ];
  if (rows.length === 0) return null;
  return (
    <section class="card" aria-labelledby="open-deliveries">
      <h2 id="open-deliveries">{t('desk.open')}</h2>
      <ul class="rows">
        {rows.map((row) => (
          <li key={row.id}>
            <a class="row" href={`/desk/${encodeURIComponent(row.id)}`}>
              <Icon name="stack" />
              <span class="row-main">
                <strong>{row.title}</strong>
                <span>{row.name}</span>
              </span>
              <span class="faint">
                {row.note} {moment(row.at)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Finished at another desk meanwhile, and nothing of it waits here. */
function isHandedOver({ batchId, files }: Held, open: readonly ListedBatch[] | null): boolean {
  return batchId !== null && files === 0 && open !== null && !open.some((batch) => batch.batchId === batchId);
}

function useHeldDrafts(ownerId: string): readonly Held[] {
  const changes = useStore(waitingChanged);
  const [held, setHeld] = useState<readonly Held[]>([]);
  useEffect(() => {
    void (async () => {
      const own = (await waiting.drafts()).filter((draft) => draft.ownerId === ownerId);
      const rows = own.map(async ({ draftId, batchId, manifest, practice, createdAt }) => {
        const files = (await waiting.filesOf(draftId)).length;
        const notes = [
          practice ? t('desk.practice') : '',
          files > 0 ? t('desk.waitingFiles', { n: files }) : '',
        ];
        const row: Row = {
          id: draftId,
          title: manifest.dossierCode ?? t('desk.noCode'),
          name: manifest.declaredApplicant.name ?? '',
          note: notes.filter(Boolean).join(' · '),
          at: createdAt,
        };
        return { batchId, files, row };
      });
      setHeld((await Promise.all(rows)).sort((a, b) => (a.row.at < b.row.at ? 1 : -1)));
    })().catch(console.error);
  }, [ownerId, changes]);
  return held;
}
