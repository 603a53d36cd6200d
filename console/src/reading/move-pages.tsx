/** Sends pages to the dossier they belong to. */
import { useState } from 'preact/hooks';
import { repairDossierCode } from '../../../shared/domain/codes/dossier-code.ts';
import { call } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';
import { useActId } from './act-id.ts';

interface MovePagesProps {
  readonly pageIds: readonly string[];
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

export function MovePages({ pageIds, reload, onClose }: MovePagesProps) {
  const [code, setCode] = useState('');
  const [reason, setReason] = useState('');
  const { actId } = useActId();
  const { busy, failure, run } = useRun();
  const known = repairDossierCode(code);
  const move = () =>
    run(async () => {
      const json = { pageIds, dossierCode: known!.code, reason: reason.trim(), actId };
      await call('/pages/move', { method: 'POST', json });
      await reload();
      onClose();
    });
  return (
    <fieldset class="move">
      <legend>{t('move.title', { n: pageIds.length })}</legend>
      <div class="columns">
        <Input
          label={t('start.code')}
          value={code}
          onInput={setCode}
          problem={code.length >= 12 && !known ? t('start.codeBad') : undefined}
        />
        <Input label={t('plan.reason')} value={reason} onInput={setReason} />
      </div>
      {failure && <Failed failure={failure} />}
      <Button
        kind="primary"
        busy={busy}
        disabled={!known || reason.trim().length < 3}
        onClick={() => void move()}
      >
        {t('move.button')}
      </Button>
    </fieldset>
  );
}
