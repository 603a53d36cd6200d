/** Asks the citizen for what is missing: the letter's text is drafted, the officer has the last word. */
import { useEffect, useState } from 'preact/hooks';
import { at } from '../http/call.ts';
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { Failed, Loading } from '../ui/states.tsx';
import type { DecisionProps } from './decision-bar.tsx';
import { useAct } from './use-act.ts';

export function SupplementDialog(props: DecisionProps) {
  const { dossier, onClose } = props;
  const draft = useResource<{ text: string }>(at`/dossiers/${dossier.dossierId}/supplement`);
  const [text, setText] = useState<string | null>(null);
  const { busy, failure, act } = useAct(props);
  useEffect(() => {
    if (draft.data) setText((typed) => typed ?? draft.data!.text);
  }, [draft.data]);
  return (
    <Dialog title={t('decide.supplement')} onClose={onClose} wide>
      <p>{t('supplement.about')}</p>
      {text === null && !draft.failure && <Loading />}
      {(text !== null || draft.failure) && (
        <Input label={t('supplement.text')} value={text ?? ''} onInput={setText} lines={12} />
      )}
      {failure && <Failed failure={failure} />}
      <div class="actions end">
        <Button onClick={() => void navigator.clipboard.writeText(text ?? '')}>{t('copy')}</Button>
        <Button
          kind="primary"
          busy={busy}
          disabled={!text?.trim()}
          onClick={() => void act('supplement', { text: text!.trim() })}
        >
          {t('supplement.send')}
        </Button>
      </div>
    </Dialog>
  );
}
