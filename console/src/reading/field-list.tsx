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
      {groupsOf(paper.fields).map(({ about, fields }, index) => (
        <div key={`${about}-${index}`}>
          {about && <h3 class="field-group">{about}</h3>}
          <dl>
            {fields.map((field) => (
              <div key={field.name} class={`field-entry ${toneOf(field)}`}>
                <dt>{[field.label ?? field.name, ...remarksOn(field)].join(' · ')}</dt>
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
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

interface FieldGroup {
  /** Person or thing that the fields are of; empty for those of the paper itself. */
  readonly about: string;
  readonly fields: Field[];
}

/** A form asks for the same of several people: `con.hoTen` is the child's. */
function groupsOf(fields: readonly Field[]): readonly FieldGroup[] {
  const groups: FieldGroup[] = [];
  for (const field of fields) {
    const [prefix = ''] = field.name.includes('.') ? field.name.split('.') : [];
    const named = word('about', prefix);
    const about = named === prefix ? '' : named;
    const last = groups.at(-1);
    if (last?.about === about) last.fields.push(field);
    else groups.push({ about, fields: [field] });
  }
  return groups;
}

/** What was read of the picture is the rule: only another source is worth a word. */
function remarksOn(field: Field): string[] {
  return [
    ...(field.source === 'ocr' ? [] : [word('source', field.source)]),
    ...(toneOf(field) ? [t('fields.check')] : []),
  ];
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
