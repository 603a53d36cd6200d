/** Whose dossier lies on the desk, and the sheets to print for it. */
import type { ManifestDraft } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Icon } from '../ui/icon.tsx';

interface DeliveryHeadProps {
  readonly manifest: ManifestDraft | null;
  readonly batchId: string | null;
  readonly provisionalCode: string | null;
  readonly practice: boolean;
}

export function DeliveryHead({ manifest, batchId, provisionalCode, practice }: DeliveryHeadProps) {
  return (
    <header class="delivery-head">
      <div>
        <h1>
          {manifest?.dossierCode ?? provisionalCode ?? t('desk.noCode')}{' '}
          {practice && <span class="badge warn">{t('desk.practice')}</span>}
        </h1>
        <p>
          {[manifest?.declaredApplicant?.name, manifest?.procedureName, manifest?.postalItemId]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {batchId && (
        <div class="actions">
          <PrintLink href={`/api${at`/batches/${batchId}/sheets.pdf`}`}>{t('desk.printSheets')}</PrintLink>
          <PrintLink href={`/api${at`/batches/${batchId}/slip.pdf`}`}>{t('desk.printSlip')}</PrintLink>
        </div>
      )}
    </header>
  );
}

function PrintLink({ href, children }: { href: string; children: string }) {
  return (
    <a class="button plain" href={href} target="_blank" rel="noreferrer">
      <Icon name="print" />
      <span>{children}</span>
    </a>
  );
}
