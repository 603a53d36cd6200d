/** What was read of the paper, doubts marked; click a field and its place lights up. */
import type { Box } from '../../../shared/domain/geometry.ts';
import type { Field, ReadingPaper, Review } from '../http/answers.ts';
import { t, word } from '../i18n/index.ts';
import { FieldForm } from './field-form.tsx';

interface FieldListProps {
  readonly dossierId: string;
  readonly paper: ReadingPaper;
  readonly reviews: readonly Review[];
  readonly onShow: (pageId: string | null, box: Box | null) => void;
  /** Only an officer's word goes into the record. */
  readonly canAnswer: boolean;
  readonly reload: () => Promise<void>;
}

export function FieldList({ dossierId, paper, reviews, canAnswer, onShow, reload }: FieldListProps) {
  return (
    <section aria-labelledby="fields-title">
      <h2 id="fields-title">{paper.name}</h2>
      {paper.fields.length === 0 && <p class="faint">{t('fields.none')}</p>}
      <dl class="fields">
        {paper.fields.map((field) => {
          return (
            <div key={field.name} class={`field-entry ${toneOf(field)}`}>
              <dt>
                {field.label ?? field.name} · {word('source', field.source)}
                {toneOf(field) && ` · ${t('fields.check')}`}
              </dt>
              <dd>
                <button type="button" class="value" onClick={() => onShow(field.pageId, field.box)}>
                  {field.value || t('fields.nothing')}
                </button>
                {canAnswer && (
                  <FieldForm
                    dossierId={dossierId}
                    paper={paper}
                    field={field}
                    reviews={reviews}
                    reload={reload}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

const TONES: Readonly<Record<string, string>> = {
  highlighted: 'warn',
  reviewed: 'warn',
  typed: 'bad',
};

function toneOf(field: Field): string {
  if (field.source === 'person') return '';
  if (field.band) return TONES[field.band] ?? '';
  return field.confidence >= 90 ? '' : field.confidence >= 40 ? 'warn' : 'bad';
}
