/** What an officer decides about the whole dossier; one primary act, the others beside it. */
import { useState } from 'preact/hooks';
import type { ReadingDossier, ReadingPage, User } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { AcceptDialog } from './accept-dialog.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { RescanDialog } from './rescan-dialog.tsx';
import { SupplementDialog } from './supplement-dialog.tsx';

export interface DecisionProps {
  readonly dossier: ReadingDossier;
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

interface DecisionBarProps {
  readonly dossier: ReadingDossier;
  readonly page: ReadingPage | null;
  readonly user: User;
  readonly reload: () => Promise<void>;
}

type Decision = 'accept' | 'supplement' | 'rescan' | 'escalate' | 'plan';

export function DecisionBar({ dossier, page, user, reload }: DecisionBarProps) {
  const [asking, setAsking] = useState<Decision | null>(null);
  const props: DecisionProps = { dossier, reload, onClose: () => setAsking(null) };
  if (user.role !== 'officer') return null;
  return (
    <footer class="decision-bar">
      <Button icon="stack" onClick={() => setAsking('plan')}>
        {t('decide.plan')}
      </Button>
      <Button icon="rescan" onClick={() => setAsking('rescan')} disabled={!page}>
        {t('decide.rescan')}
      </Button>
      <Button icon="file" onClick={() => setAsking('supplement')}>
        {t('decide.supplement')}
      </Button>
      <Button icon="right" onClick={() => setAsking('escalate')}>
        {t('decide.escalate')}
      </Button>
      <Button kind="primary" icon="check" onClick={() => setAsking('accept')}>
        {t('decide.accept')}
      </Button>
      {asking === 'accept' && <AcceptDialog {...props} />}
      {asking === 'supplement' && <SupplementDialog {...props} />}
      {asking === 'rescan' && page && <RescanDialog {...props} page={page} />}
      {asking === 'escalate' && <EscalateDialog {...props} />}
      {asking === 'plan' && <PlanDialog {...props} />}
    </footer>
  );
}
