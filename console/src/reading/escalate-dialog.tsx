/** Hands a hard case up to a named superior. */
import { useState } from 'preact/hooks';
import type { User } from '../http/answers.ts';
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { Failed } from '../ui/states.tsx';
import type { DecisionProps } from './decision-bar.tsx';
import { useAct } from './use-act.ts';

type Superior = Pick<User, 'id' | 'name'>;

export function EscalateDialog(props: DecisionProps) {
  const { onClose } = props;
  const superiors = useResource<readonly Superior[]>('/superiors');
  const [to, setTo] = useState<Superior | null>(null);
  const [reason, setReason] = useState('');
  const { busy, failure, act } = useAct(props);
  return (
    <Dialog title={t('decide.escalate')} onClose={onClose}>
      <fieldset class="choices">
        <legend>{t('escalate.to')}</legend>
        {(superiors.data ?? []).map((one) => (
          <label key={one.id}>
            <input type="radio" name="superior" checked={to?.id === one.id} onChange={() => setTo(one)} />
            {one.name}
          </label>
        ))}
      </fieldset>
      {superiors.failure && <Failed failure={superiors.failure} onRetry={superiors.reload} />}
      <Input label={t('escalate.reason')} value={reason} onInput={setReason} lines={3} />
      {failure && <Failed failure={failure} />}
      <div class="actions end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          kind="primary"
          busy={busy}
          disabled={!to || reason.trim().length < 3}
          onClick={() => void act('escalate', { to, reason: reason.trim() })}
        >
          {t('decide.escalate')}
        </Button>
      </div>
    </Dialog>
  );
}
