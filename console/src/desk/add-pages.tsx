/** The ways in: files, a folder, the camera, the scanner's folder, fronts and backs scanned apart. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import type { Added } from '../upload/add-files.ts';
import { canWatchFolder, watchFolder } from '../upload/scanner-folder.ts';
import { InterleaveDialog } from './interleave-dialog.tsx';
import { PickButton } from './pick-button.tsx';

interface AddPagesProps {
  readonly onFiles: (added: readonly Added[]) => Promise<void>;
}

export function AddPages({ onFiles }: AddPagesProps) {
  const [interleaving, setInterleaving] = useState(false);
  return (
    <div class="add-pages">
      <PickButton icon="add" label={t('add.files')} onPick={onFiles} primary />
      <PickButton icon="camera" label={t('add.photo')} onPick={onFiles} camera />
      <span class="at-a-desk">
        <PickButton icon="folder" label={t('add.folder')} onPick={onFiles} folder />
        {canWatchFolder && <ScannerFolderButton onFiles={onFiles} />}
        <Button icon="stack" onClick={() => setInterleaving(true)}>
          {t('add.interleave')}
        </Button>
      </span>
      {interleaving && <InterleaveDialog onFiles={onFiles} onClose={() => setInterleaving(false)} />}
    </div>
  );
}

function ScannerFolderButton({ onFiles }: AddPagesProps) {
  const [watched, setWatched] = useState<{ name: string; stop: () => void } | null>(null);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => () => watched?.stop(), [watched]);
  if (watched) {
    return (
      <Button icon="close" pressed onClick={() => setWatched(null)}>
        {t('add.scannerOn', { name: watched.name })}
      </Button>
    );
  }
  return (
    <Button icon="print" onClick={async () => setWatched(await watchFolder((added) => take.current(added)))}>
      {t('add.scanner')}
    </Button>
  );
}
