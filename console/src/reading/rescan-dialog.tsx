/** Sends one page back to the post office to be scanned again, with the reason the clerk will read. */
import { useState } from 'preact/hooks';
import type { ReadingPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { Failed } from '../ui/states.tsx';
import type { DecisionProps } from './decision-bar.tsx';
import { useAct } from './use-act.ts';

const REASONS = ['rescan.blurred', 'rescan.cut', 'rescan.dark'] as const;

export function RescanDialog(props: DecisionProps & { readonly page: ReadingPage }) {
  const { page, onClose } = props;
  const [reason, setReason] = useState('');
  const { busy, failure, act } = useAct(props);
  return (
    <Dialog title={t('rescan.title', { n: page.number })} onClose={onClose}>
      <div class="actions">
        {REASONS.map((key) => (
          <Button key={key} pressed={reason === t(key)} onClick={() => setReason(t(key))}>
            {t(key)}
          </Button>
        ))}
      </div>
      <Input label={t('rescan.reason')} value={reason} onInput={setReason} lines={2} />
      {failure && <Failed failure={failure} />}
      <div class="actions end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          kind="primary"
          busy={busy}
          disabled={reason.trim().length < 3}
          onClick={() => void act('rescan', { pageId: page.pageId, reason: reason.trim() })}
        >
          {t('decide.rescan')}
        </Button>
      </div>
    </Dialog>
  );
}
