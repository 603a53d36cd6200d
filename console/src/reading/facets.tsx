/** Ways to narrow the inbox, each with how many there are. */
import type { Facet } from '../http/answers.ts';
import { type Text, t, word } from '../i18n/index.ts';
import { NamedCode } from '../ui/named-code.tsx';

const FILTERS = ['verdict', 'age', 'state', 'office', 'procedure'] as const;

interface FacetsProps {
  readonly facets: Readonly<Record<string, readonly Facet[]>>;
  /** Of values that are codes. */
  readonly names: ReadonlyMap<string, string>;
  readonly chosen: URLSearchParams;
  readonly onChoose: (name: string, value: string | null) => void;
}

export function Facets({ facets, names, chosen, onChoose }: FacetsProps) {
  return (
    <nav class="facets" aria-label={t('inbox.narrow')}>
      {FILTERS.filter((name) => (facets[name]?.length ?? 0) > 0 || chosen.has(name)).map((name) => (
        <fieldset key={name}>
          <legend>{t(`facet.${name}` satisfies Text)}</legend>
          {valuesOf(name, facets[name] ?? [], chosen.get(name)).map(({ value, count, name: known }) => {
            const isChosen = chosen.get(name) === value;
            return (
              <button
                key={value}
                type="button"
                class="facet"
                aria-pressed={isChosen}
                onClick={() => onChoose(name, isChosen ? null : value)}
              >
                <span>
                  {known ? <NamedCode code={value} name={known} /> : names.get(value) || word(name, value)}
                </span>
                <span class="count">{count}</span>
              </button>
            );
          })}
        </fieldset>
      ))}
    </nav>
  );
}

/** What was chosen stays to be taken back, even where nothing is left of it; ages stand in their own order. */
function valuesOf(name: string, facets: readonly Facet[], chosen: string | null): readonly Facet[] {
  const isThere = !chosen || facets.some(({ value }) => value === chosen);
  const values = isThere ? [...facets] : [...facets, { value: chosen, count: 0 }];
  return name === 'age' ? values.sort((a, b) => (a.value < b.value ? -1 : 1)) : values;
}
