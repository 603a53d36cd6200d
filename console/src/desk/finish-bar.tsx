/** Hands the dossier over: when the list is whole, or with a reason that is kept. */
import { useState } from 'preact/hooks';
import type { DeskBatch, MissingPaper } from '../http/answers.ts';
import { at, CallFailure, call } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';

interface FinishBarProps {
  readonly batch: DeskBatch | null;
  /** Paper is still on its way to the server. */
  readonly underWay: boolean;
  /** Pages that should be scanned again. */
  readonly troubled: number;
  readonly onFinished: () => Promise<void>;
}

export function FinishBar({ batch, underWay, troubled, onFinished }: FinishBarProps) {
  const { busy, failure, run } = useRun();
  const [asking, setAsking] = useState<readonly MissingPaper[] | null>(null);
  const missing = (batch?.dossiers ?? []).flatMap((dossier) => dossier.missing);
  const finish = (reason?: string) =>
    run(async () => {
      try {
        await call(at`/batches/${batch!.batchId}/close`, { method: 'POST', json: reason ? { reason } : {} });
      } catch (refused) {
        // The server saw something missing that we had not heard of yet.
        if (!(refused instanceof CallFailure) || refused.status !== 409 || reason) throw refused;
        setAsking((refused.body.missing as readonly MissingPaper[] | undefined) ?? missing);
        return;
      }
      setAsking(null);
      await onFinished();
    });
  // Pages go on being read while the question stands.
  const there = new Set((batch?.dossiers ?? []).flatMap(({ papers }) => papers.map(({ type }) => type)));
  const { read, total } = batch?.progress ?? { read: 0, total: 0 };
  const unread = total - read;
  const whole = missing.length === 0 && troubled === 0;
  return (
    <div class="finish-bar">
      <p aria-live="polite">{sentenceOf({ underWay, troubled, missing: missing.length, unread })}</p>
      {failure && !asking && <Failed failure={failure} />}
      <Button
        kind="primary"
        icon="check"
        busy={busy}
        disabled={!batch || underWay}
        onClick={() => (whole ? void finish() : setAsking(missing))}
      >
        {t('finish.button')}
      </Button>
      {asking && (
        <FinishDialog
          missing={asking.filter(({ type }) => !there.has(type))}
          troubled={troubled}
          unread={unread}
          busy={busy}
          onFinish={finish}
          onClose={() => setAsking(null)}
          failure={failure}
        />
      )}
    </div>
  );
}

interface Standing {
  readonly underWay: boolean;
  readonly troubled: number;
  readonly missing: number;
  readonly unread: number;
}

function sentenceOf({ underWay, troubled, missing, unread }: Standing): string {
  if (underWay) return t('finish.underWay');
  if (troubled > 0) return t('finish.troubled', { n: troubled });
  if (unread > 0) return t('finish.unread', { n: unread });
  if (missing > 0) return t('finish.missing', { n: missing });
  return t('finish.whole');
}

interface FinishDialogProps {
  readonly missing: readonly MissingPaper[];
  readonly troubled: number;
  readonly unread: number;
  readonly busy: boolean;
  readonly failure: CallFailure | null;
  readonly onFinish: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

function FinishDialog({ missing, troubled, unread, busy, failure, onFinish, onClose }: FinishDialogProps) {
  const [reason, setReason] = useState('');
  return (
    <Dialog title={unread > 0 ? t('finish.stillReading') : t('finish.notWhole')} onClose={onClose}>
      {troubled > 0 && <p>{t('finish.troubled', { n: troubled })}</p>}
      {unread > 0 && <p>{t('finish.waitForReading', { n: unread })}</p>}
      {missing.length > 0 && (
        <>
          <p>{unread > 0 ? t('finish.notSeen') : t('finish.missing', { n: missing.length })}</p>
          <ul class="bullets">
            {missing.map((one) => (
              <li key={one.type}>{one.name}</li>
            ))}
          </ul>
        </>
      )}
      <Input
        label={t('finish.reason')}
        hint={t('finish.reasonHint')}
        value={reason}
        onInput={setReason}
        lines={2}
      />
      {failure && <Failed failure={failure} />}
      <div class="actions end">
        <Button onClick={onClose}>{t('finish.back')}</Button>
        <Button
          kind="primary"
          busy={busy}
          disabled={reason.trim().length < 3}
          onClick={() => void onFinish(reason.trim())}
        >
          {t('finish.anyway')}
        </Button>
      </div>
    </Dialog>
  );
}
