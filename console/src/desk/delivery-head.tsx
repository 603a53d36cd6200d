/** Whose dossier lies on the desk, and the sheets to print for it. */
import { useState } from 'preact/hooks';
import type { ManifestDraft } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { DetailsDialog } from './details-dialog.tsx';

interface DeliveryHeadProps {
  readonly manifest: ManifestDraft | null;
  readonly batchId: string | null;
  readonly provisionalCode: string | null;
  readonly practice: boolean;
  readonly reload: () => Promise<void>;
}

export function DeliveryHead({ manifest, batchId, provisionalCode, practice, reload }: DeliveryHeadProps) {
  const [editing, setEditing] = useState(false);
  return (
    <header class="delivery-head">
      <div>
        <h1>
          {manifest?.dossierCode ?? provisionalCode ?? t('desk.noCode')}{' '}
          {practice && <span class="badge warn">{t('desk.practice')}</span>}
        </h1>
        <p>
          {[
            manifest?.declaredApplicant?.name,
            manifest?.procedureName,
            manifest?.postalItemId,
            manifest?.postalReceiptNumber,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {batchId && manifest && (
        <div class="actions">
          <Button onClick={() => setEditing(true)}>{t('details.title')}</Button>
          <PrintLink href={`/api${at`/batches/${batchId}/sheets.pdf`}`}>{t('desk.printSheets')}</PrintLink>
          <PrintLink href={`/api${at`/batches/${batchId}/slip.pdf`}`}>{t('desk.printSlip')}</PrintLink>
        </div>
      )}
      {editing && batchId && manifest && (
        <DetailsDialog
          manifest={manifest}
          batchId={batchId}
          onSaved={reload}
          onClose={() => setEditing(false)}
        />
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
