/** Keeps a bad picture because there is no better one to be had; the reason goes with it. */
import { useState } from 'preact/hooks';
import type { DeskPage } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import type { PageActs } from './page-acts.ts';

const REASONS = ['keep.original', 'keep.faint', 'keep.torn'] as const;

export function KeepDialog({ page, acts, onClose }: { page: DeskPage; acts: PageActs; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const keep = () => {
    void acts.act(page, { keep: { reason: reason.trim() } });
    onClose();
  };
  return (
    <Dialog title={t('page.keep')} onClose={onClose}>
      <p>{page.sentence}</p>
      <div class="actions">
        {REASONS.map((key) => (
          <Button key={key} pressed={reason === t(key)} onClick={() => setReason(t(key))}>
            {t(key)}
          </Button>
        ))}
      </div>
      <Input label={t('keep.reason')} value={reason} onInput={setReason} lines={2} />
      <div class="actions end">
        <Button kind="primary" disabled={reason.trim().length < 3} onClick={keep}>
          {t('page.keep')}
        </Button>
      </div>
    </Dialog>
  );
}
