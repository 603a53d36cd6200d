/** What became known after the start: the dossier's code, the postal item and its receipt. */
import { useState } from 'preact/hooks';
import { repairDossierCode } from '../../../shared/domain/codes/dossier-code.ts';
import { normalizePostalItemId } from '../../../shared/domain/codes/postal-item-id.ts';
import type { ManifestDraft } from '../http/answers.ts';
import { at, call } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';
import { PostalItemInput } from './postal-item-input.tsx';
import { codeState } from './start-draft.ts';

interface DetailsDialogProps {
  readonly manifest: ManifestDraft;
  readonly batchId: string;
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}

export function DetailsDialog({ manifest, batchId, onSaved, onClose }: DetailsDialogProps) {
  const [code, setCode] = useState(manifest.dossierCode ?? '');
  const [item, setItem] = useState(manifest.postalItemId ?? '');
  const [receipt, setReceipt] = useState(manifest.postalReceiptNumber ?? '');
  const { busy, failure, run } = useRun();
  const state = codeState(code);
  const save = async (event: Event) => {
    event.preventDefault();
    const saved = await run(async () => {
      const json = withDetails(manifest, { code, item, receipt });
      await call(at`/batches/${batchId}/manifest`, { method: 'PUT', json });
      await onSaved();
    });
    if (saved) onClose();
  };
  return (
    <Dialog title={t('details.title')} onClose={onClose}>
      <form onSubmit={save}>
        <Input
          label={t('start.code')}
          value={code}
          onInput={setCode}
          autocomplete="off"
          problem={
            state === 'bad' ? t('start.codeBad') : state === 'future' ? t('start.codeFuture') : undefined
          }
          good={state === 'good' ? t('start.codeGood') : undefined}
        />
        <PostalItemInput value={item} onInput={setItem} />
        <Input label={t('details.receipt')} value={receipt} onInput={setReceipt} autocomplete="off" />
        {failure && <Failed failure={failure} />}
        <div class="actions end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" type="submit" busy={busy} disabled={state === 'bad' || state === 'future'}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Details {
  readonly code: string;
  readonly item: string;
  readonly receipt: string;
}

/** What was emptied is taken out. */
function withDetails(manifest: ManifestDraft, { code, item, receipt }: Details): ManifestDraft {
  const { dossierCode: _code, postalItemId: _item, postalReceiptNumber: _receipt, ...rest } = manifest;
  const known = repairDossierCode(code)?.code;
  return {
    ...rest,
    ...(known ? { dossierCode: known } : {}),
    ...(item.trim() ? { postalItemId: normalizePostalItemId(item) } : {}),
    ...(receipt.trim() ? { postalReceiptNumber: receipt.trim() } : {}),
  };
}
