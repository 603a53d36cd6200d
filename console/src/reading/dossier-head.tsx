/** Whose dossier this is, in one line, and the way back to the inbox. */
import type { ReadingDossier } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { day } from '../shell/days.ts';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';

export function DossierHead({ dossier }: { dossier: ReadingDossier }) {
  const { applicant, procedure } = dossier;
  return (
    <header class="dossier-head">
      <a class="button quiet" href="/inbox">
        <Icon name="left" />
        <span>{t('room.inbox')}</span>
      </a>
      <div>
        <h1>
          {applicant.name ?? t('inbox.noName')} <Badge of="verdict" code={dossier.verdict} />{' '}
          <Badge of="state" code={dossier.state} />{' '}
          {dossier.handling && dossier.handling !== 'open' && <Badge of="state" code={dossier.handling} />}
        </h1>
        <p class="faint">
          {[
            dossier.dossierCode ?? t('desk.noCode'),
            procedure.name,
            applicant.idNumber,
            applicant.dateOfBirth && day(applicant.dateOfBirth),
            dossier.receivedOn && t('reading.receivedOn', { day: day(dossier.receivedOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <a class="button plain" href={`/api${at`/dossiers/${dossier.dossierId}/archive.zip`}`} download>
        <Icon name="download" />
        <span>{t('reading.downloadAll')}</span>
      </a>
    </header>
  );
}
