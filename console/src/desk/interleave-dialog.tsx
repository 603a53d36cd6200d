/** Asks for the fronts, then the backs, and puts them together again. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Told } from '../ui/states.tsx';
import type { Added } from '../upload/add-files.ts';
import { interleave } from '../upload/interleave.ts';
import { PickButton } from './pick-button.tsx';

interface InterleaveDialogProps {
  readonly onFiles: (added: readonly Added[]) => Promise<void>;
  readonly onClose: () => void;
}

export function InterleaveDialog({ onFiles, onClose }: InterleaveDialogProps) {
  const [fronts, setFronts] = useState<readonly Added[]>([]);
  const [backs, setBacks] = useState<readonly Added[]>([]);
  const [reversed, setReversed] = useState(true);
  const together = interleave(fronts, backs, reversed);
  const ready = together !== null && together.length > 0;
  return (
    <Dialog title={t('add.interleave')} onClose={onClose}>
      <p>{t('interleave.about')}</p>
      <div class="actions">
        <PickButton icon="stack" label={t('interleave.fronts', { n: fronts.length })} onPick={setFronts} />
        <PickButton icon="stack" label={t('interleave.backs', { n: backs.length })} onPick={setBacks} />
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={reversed}
          onChange={(event) => setReversed(event.currentTarget.checked)}
        />
        {t('interleave.reversed')}
      </label>
      {!together && <Told kind="warn">{t('interleave.unequal')}</Told>}
      <div class="actions end">
        <Button
          kind="primary"
          disabled={!ready}
          onClick={async () => {
            await onFiles(together!);
            onClose();
          }}
        >
          {t('interleave.add', { n: together?.length ?? 0 })}
        </Button>
      </div>
    </Dialog>
  );
}
