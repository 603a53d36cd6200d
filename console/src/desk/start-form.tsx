/** The counter's form before the first scan: code, procedure, who hands in; each checked as it is typed. */
import { useState } from 'preact/hooks';
import { repairDossierCode } from '../../../shared/domain/codes/dossier-code.ts';
import { parseIdentityCardCode } from '../../../shared/domain/codes/identity-card-code.ts';
import type { User } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { day } from '../shell/days.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { nudge } from '../upload/uploader.ts';
import { type Draft, waiting } from '../upload/waiting.ts';
import { CameraDialog } from './camera-dialog.tsx';
import { ExpectedPapers } from './expected-papers.tsx';
import { PostalItemInput } from './postal-item-input.tsx';
import { ProcedurePicker } from './procedure-picker.tsx';
import {
  chosenCase,
  codeState,
  EMPTY_FORM,
  isIdNumber,
  isReady,
  manifestOf,
  type StartForm,
} from './start-draft.ts';

interface StartFormProps {
  readonly user: User;
  readonly onStarted: (draftId: string) => void;
}

export function StartFormView({ user, onStarted }: StartFormProps) {
  const [form, setForm] = useState<StartForm>(EMPTY_FORM);
  const [camera, setCamera] = useState<'code' | 'card' | null>(null);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<StartForm>) => setForm((before) => ({ ...before, ...part }));

  const start = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (isReady(form)) onStarted(await saveDraft(form, user));
  };
  const takeCode = (text: string) => {
    const code = repairDossierCode(text);
    if (code) change({ dossierCode: code.code, withoutCode: false });
    if (code) setCamera(null);
    return code !== null;
  };
  const takeCard = (text: string) => {
    const card = parseIdentityCardCode(text);
    if (card)
      change({ name: card.name, idNumber: card.id, dateOfBirth: day(card.birthDate), address: card.address });
    if (card) setCamera(null);
    return card !== null;
  };

  return (
    <form class="card start" onSubmit={start} noValidate>
      <h2>{t('start.title')}</h2>
      <CodeInput form={form} change={change} tried={tried} onCamera={() => setCamera('code')} />
      <ProcedurePicker
        procedure={form.procedure}
        caseId={form.caseId}
        onChoose={(procedure, caseId) => change({ procedure, caseId })}
      />
      {tried && !form.procedure && <p class="note bad">{t('start.needProcedure')}</p>}
      {tried && form.procedure && !isReady(form) && !chosenCase(form) && form.procedure.cases.length > 0 && (
        <p class="note bad">{t('start.needCase')}</p>
      )}
      <ExpectedPapers components={chosenCase(form)?.components ?? []} />
      <ApplicantInputs form={form} change={change} onCamera={() => setCamera('card')} />
      <PostalItemInput value={form.postalItemId} onInput={(postalItemId) => change({ postalItemId })} />
      <div class="actions">
        <Button kind="primary" type="submit" icon="right">
          {t('start.begin')}
        </Button>
      </div>
      {camera === 'code' && (
        <CameraDialog
          title={t('start.codeCamera')}
          hint={t('start.codeCameraHint')}
          onRead={takeCode}
          onClose={() => setCamera(null)}
        />
      )}
      {camera === 'card' && (
        <CameraDialog
          title={t('start.cardCamera')}
          hint={t('start.cardCameraHint')}
          onRead={takeCard}
          onClose={() => setCamera(null)}
        />
      )}
    </form>
  );
}

interface PartProps {
  readonly form: StartForm;
  readonly change: (part: Partial<StartForm>) => void;
  readonly onCamera: () => void;
}

function CodeInput({ form, change, onCamera, tried }: PartProps & { tried: boolean }) {
  const state = codeState(form.dossierCode);
  const typedEnough = form.dossierCode.length >= 12 || tried;
  const problem =
    state === 'future'
      ? t('start.codeFuture')
      : state === 'bad' && typedEnough
        ? t('start.codeBad')
        : state === 'empty' && tried
          ? t('start.codeMissing')
          : undefined;
  return (
    <>
      {!form.withoutCode && (
        <Input
          label={t('start.code')}
          value={form.dossierCode}
          onInput={(dossierCode) => change({ dossierCode })}
          autofocus
          autocomplete="off"
          hint={t('start.codeHint')}
          problem={problem}
          good={state === 'good' ? t('start.codeGood') : undefined}
          beside={
            <Button icon="camera" onClick={onCamera}>
              {t('start.byCamera')}
            </Button>
          }
        />
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={form.withoutCode}
          onChange={(event) => change({ withoutCode: event.currentTarget.checked })}
        />
        {t('start.withoutCode')}
      </label>
    </>
  );
}

function ApplicantInputs({ form, change, onCamera }: PartProps) {
  const badId = form.idNumber !== '' && form.idNumber.length >= 9 && !isIdNumber(form.idNumber);
  return (
    <fieldset class="applicant">
      <legend>{t('start.applicant')}</legend>
      <Button icon="camera" onClick={onCamera}>
        {t('start.cardByCamera')}
      </Button>
      <div class="columns">
        <Input
          label={t('start.name')}
          value={form.name}
          onInput={(name) => change({ name })}
          autocomplete="off"
        />
        <Input
          label={t('start.idNumber')}
          value={form.idNumber}
          inputMode="numeric"
          onInput={(idNumber) => change({ idNumber })}
          problem={badId ? t('start.idBad') : undefined}
          autocomplete="off"
        />
        <Input
          label={t('start.dateOfBirth')}
          value={form.dateOfBirth}
          onInput={(dateOfBirth) => change({ dateOfBirth })}
          hint={t('start.dateHint')}
          autocomplete="off"
        />
        <Input
          label={t('start.phone')}
          value={form.phone}
          type="tel"
          onInput={(phone) => change({ phone })}
          autocomplete="off"
        />
      </div>
      <Input
        label={t('start.address')}
        value={form.address}
        onInput={(address) => change({ address })}
        autocomplete="off"
      />
    </fieldset>
  );
}

async function saveDraft(form: StartForm, user: User): Promise<string> {
  const draft: Draft = {
    draftId: crypto.randomUUID(),
    ownerId: user.id,
    batchId: null,
    manifest: manifestOf(form, user),
    practice: false,
    createdAt: new Date().toISOString(),
  };
  await waiting.saveDraft(draft);
  nudge();
  return draft.draftId;
}
