/** Accepts the dossier as digitized; open questions are named first. */
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { Failed, Told } from '../ui/states.tsx';
import type { DecisionProps } from './decision-bar.tsx';
import { useAct } from './use-act.ts';

export function AcceptDialog(props: DecisionProps) {
  const { dossier, onClose } = props;
  const [note, setNote] = useState('');
  const { busy, failure, act } = useAct(props);
  const open = dossier.reviews.filter((review) => !review.answer).length;
  return (
    <Dialog title={t('decide.accept')} onClose={onClose}>
      <p>{t('accept.about', { n: dossier.papers.length })}</p>
      {open > 0 && <Told kind="warn">{t('accept.open', { n: open })}</Told>}
      {dossier.missing.length > 0 && (
        <Told kind="warn">{t('finish.missing', { n: dossier.missing.length })}</Told>
      )}
      <Input label={t('accept.note')} value={note} onInput={setNote} lines={2} />
      {failure && <Failed failure={failure} />}
      <div class="actions end">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          kind="primary"
          busy={busy}
          onClick={() => void act('accept', note.trim() ? { note: note.trim() } : {})}
        >
          {t('decide.accept')}
        </Button>
      </div>
    </Dialog>
  );
}
