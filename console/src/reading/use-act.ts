/** Tells the server a decision about the dossier, once, and closes its form when it stands. */
import type { ReadingDossier } from '../http/answers.ts';
import { at, call } from '../http/call.ts';
import { useRun } from '../ui/run.ts';
import { useActId } from './act-id.ts';

interface ActForm {
  readonly dossier: ReadingDossier;
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

export function useAct({ dossier, reload, onClose }: ActForm) {
  const { actId } = useActId();
  const { busy, failure, run } = useRun();
  const act = (kind: string, said: Readonly<Record<string, unknown>>) =>
    run(async () => {
      await call(at`/dossiers/${dossier.dossierId}/acts`, { method: 'POST', json: { kind, actId, ...said } });
      await reload();
      onClose();
    });
  return { busy, failure, act };
}
