/** One question, answered in place: the place on the page lights up, the likely answer is one key away. */
import { useState } from 'preact/hooks';
import type { Box } from '../../../shared/domain/geometry.ts';
import type { Review } from '../http/answers.ts';
import { at, call } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';
import { useActId } from './act-id.ts';

interface ReviewCardProps {
  readonly dossierId: string;
  readonly review: Review;
  readonly open: boolean;
  readonly onShow: (pageId: string | null, box: Box | null) => void;
  readonly reload: () => Promise<void>;
}

/** Choices that let something pass want a reason. */
const NEEDS_NOTE = new Set(['accepted']);
const TYPED = new Set(['field', 'orphan']);

export function ReviewCard({ dossierId, review, open, onShow, reload }: ReviewCardProps) {
  const [value, setValue] = useState(review.value ?? '');
  const [note, setNote] = useState('');
  const { actId } = useActId();
  const { busy, failure, run } = useRun();
  const answer = (said: { value: string } | { choice: string }) =>
    run(async () => {
      await call(at`/dossiers/${dossierId}/reviews/${review.reviewId}`, {
        method: 'POST',
        json: { ...said, actId, ...(note.trim() ? { note: note.trim() } : {}) },
      });
      await reload();
    });
  const typed = TYPED.has(review.kind);
  const wantsNote = review.choices.some((choice) => NEEDS_NOTE.has(choice.value));
  const show = () => onShow(review.pageId, review.box);
  return (
    <details class="review" open={open} onToggle={(event) => event.currentTarget.open && show()}>
      <summary>{review.question}</summary>
      <form
        onFocusIn={show}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed && value.trim()) void answer({ value: value.trim() });
        }}
      >
        {typed && <Input label={t('review.value')} value={value} onInput={setValue} autocomplete="off" />}
        {wantsNote && <Input label={t('review.note')} value={note} onInput={setNote} autocomplete="off" />}
        {failure && <Failed failure={failure} />}
        <div class="actions">
          {typed && (
            <Button kind="primary" type="submit" icon="check" busy={busy} disabled={!value.trim()}>
              {t('review.save')}
            </Button>
          )}
          {review.choices
            .filter((choice) => !(typed && choice.value === 'confirm'))
            .map((choice) => (
              <Button
                key={choice.value}
                busy={busy}
                disabled={NEEDS_NOTE.has(choice.value) && note.trim().length < 3}
                onClick={() => void answer({ choice: choice.value })}
              >
                {choice.label}
              </Button>
            ))}
        </div>
      </form>
    </details>
  );
}
