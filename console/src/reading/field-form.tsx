/** Corrects one field in place; the machine's reading stays in the record behind it. */
import { useState } from 'preact/hooks';
import type { PageId } from '../../../shared/domain/ids.ts';
import { reviewIdOfField } from '../../../shared/domain/review-ids.ts';
import type { Field, ReadingPaper, Review } from '../http/answers.ts';
import { at, call } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';
import { useActId } from './act-id.ts';

interface FieldFormProps {
  readonly dossierId: string;
  readonly paper: ReadingPaper;
  readonly field: Field;
  readonly reviews: readonly Review[];
  readonly reload: () => Promise<void>;
}

export function FieldForm({ dossierId, paper, field, reviews, reload }: FieldFormProps) {
  const reviewId = reviewIdOfField(paper.pageIds[0] as PageId, field.name);
  const answered = reviews.find((review) => review.reviewId === reviewId)?.answer;
  const [value, setValue] = useState<string | null>(null);
  const { actId, renew } = useActId();
  const { busy, failure, run } = useRun();
  if (value === null) {
    return (
      <Button kind="quiet" onClick={() => setValue(field.value)}>
        {t('fields.fix')}
      </Button>
    );
  }
  const save = async (event: Event) => {
    event.preventDefault();
    const saved = await run(async () => {
      await call(at`/dossiers/${dossierId}/reviews/${reviewId}`, {
        method: 'POST',
        json: { value: value.trim(), actId, ...(answered ? { replaces: answered.actId } : {}) },
      });
      await reload();
    });
    if (saved) setValue(null);
    if (saved) renew();
  };
  return (
    <form class="field-form" onSubmit={save}>
      <Input label={t('review.value')} value={value} onInput={setValue} autofocus autocomplete="off" />
      {failure && <Failed failure={failure} />}
      <div class="actions">
        <Button kind="primary" type="submit" busy={busy} disabled={!value.trim()}>
          {t('save')}
        </Button>
        <Button onClick={() => setValue(null)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
