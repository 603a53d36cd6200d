/** One line about what is on its way: to the server, then through reading; and why it stands still. */
import type { DeskBatch } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { size } from '../shell/days.ts';
import { onLine } from '../shell/on-line.ts';
import { useStore } from '../shell/store.ts';
import { Told } from '../ui/states.tsx';
import { stalled, underWay } from '../upload/uploader.ts';
import type { WaitingFile } from '../upload/waiting.ts';
import type { Sheaf } from './sheaf.ts';

interface UploadStatusProps {
  readonly files: readonly WaitingFile[];
  readonly sheaf: Sheaf;
  readonly batch: DeskBatch | null;
}

export function UploadStatus({ files, sheaf, batch }: UploadStatusProps) {
  const current = useStore(underWay);
  const why = useStore(stalled);
  const line = useStore(onLine);
  if (why === 'browser') return <Told kind="bad">{t('upload.browser')}</Told>;
  const waitingFiles = files.filter((file) => file.problem === null);
  if (waitingFiles.length > 0 && (!line || why === 'offline')) {
    return <Told kind="warn">{t('upload.offline', { n: waitingFiles.length })}</Told>;
  }
  if (waitingFiles.length > 0 && why === 'server') return <Told kind="warn">{t('upload.server')}</Told>;
  if (waitingFiles.length > 0) {
    const total = waitingFiles.reduce((sum, file) => sum + file.content.size, 0);
    return (
      <div class="progress-line">
        <span>{t('upload.sending', { n: waitingFiles.length, size: size(total) })}</span>
        <progress aria-label={t('upload.label')} max={total} value={current?.sentBytes ?? 0} />
      </div>
    );
  }
  const { read, total } = batch?.progress ?? { read: 0, total: 0 };
  const apart = sheaf.tiles.some((tile) => tile.kind === 'stored');
  if (!apart && read >= total) return null;
  return (
    <div class="progress-line">
      <span>{t('upload.reading', { read, total })}</span>
      <progress aria-label={t('upload.readingLabel')} max={Math.max(1, total)} value={read} />
    </div>
  );
}
