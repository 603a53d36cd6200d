/** The officer's inbox: find a dossier by anything one remembers of it; everything by keyboard. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Inbox } from '../http/answers.ts';
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { go, usePlace } from '../shell/router.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { Facets } from './facets.tsx';
import { HitList } from './hit-list.tsx';

const TYPING_MS = 200;

export function InboxRoom() {
  const { query } = usePlace();
  const asked = query.toString();
  const { data, failure, reload } = useResource<Inbox>(`/inbox${asked ? `?${asked}` : ''}`, 'poll');
  const narrow = (name: string, value: string | null) => {
    const next = new URLSearchParams(query);
    next.delete('cursor');
    if (value) next.set(name, value);
    else next.delete(name);
    const text = next.toString();
    go(`/inbox${text ? `?${text}` : ''}`, { replace: true });
  };
  return (
    <main id="main" class="inbox">
      <h1 class="visually-hidden">{t('room.inbox')}</h1>
      <SearchBox value={query.get('q') ?? ''} onChange={(q) => narrow('q', q)}>
        <Button
          icon="clock"
          pressed={query.get('order') === 'oldest'}
          onClick={() => narrow('order', query.get('order') === 'oldest' ? null : 'oldest')}
        >
          {t('inbox.oldest')}
        </Button>
      </SearchBox>
      <Facets facets={data?.facets ?? {}} names={namesIn(data)} chosen={query} onChoose={narrow} />
      <section class="hits" aria-label={t('inbox.hits')} aria-busy={!data}>
        {failure && <Failed failure={failure} onRetry={reload} />}
        {!data && !failure && <Loading />}
        {data && data.hits.length === 0 && (
          <Empty icon="search" title={asked ? t('inbox.nothing') : t('inbox.empty')}>
            {asked ? (
              <Button onClick={() => go('/inbox')}>{t('inbox.clear')}</Button>
            ) : (
              <p>{t('inbox.emptyHint')}</p>
            )}
          </Empty>
        )}
        {data && data.hits.length > 0 && <HitList hits={data.hits} />}
        {data?.cursor && (
          <Button icon="down" onClick={() => narrow('cursor', data.cursor ?? null)}>
            {t('inbox.more')}
          </Button>
        )}
      </section>
    </main>
  );
}

/** Procedures are narrowed by code and known by name. */
function namesIn(inbox: Inbox | null): ReadonlyMap<string, string> {
  return new Map((inbox?.hits ?? []).map((hit) => [hit.procedureCode ?? '', hit.procedureName ?? '']));
}

interface SearchBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

function SearchBox({ value, onChange, children }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const writing = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as Element).tagName);
      if (event.key !== '/' || writing) return;
      event.preventDefault();
      document.getElementById('inbox-search')?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  return (
    <search class="search-box">
      <label for="inbox-search">{t('inbox.search')}</label>
      <input
        id="inbox-search"
        type="search"
        value={typed}
        placeholder={t('inbox.searchHint')}
        aria-keyshortcuts="/"
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'Enter')
            document.querySelector<HTMLElement>('.hit a')?.focus();
        }}
      />
      {children}
    </search>
  );
}
