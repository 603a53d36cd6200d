/** Dossiers found: who, what, how old, what is left to do; arrows or J and K go, Enter opens. */
import type { InboxHit } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { day, today } from '../shell/days.ts';
import { Badge } from '../ui/badge.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

export function HitList({ hits }: { hits: readonly InboxHit[] }) {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.hit a')];
    const index = links.indexOf(document.activeElement as HTMLElement);
    links[Math.max(0, Math.min(links.length - 1, index + step))]?.focus();
    event.preventDefault();
  };
  return (
    <ul class="hit-list" onKeyDown={onKeyDown}>
      {hits.map((hit) => (
        <li key={hit.dossierId} class="hit">
          <a href={`/dossiers/${encodeURIComponent(hit.dossierId)}`}>
            <span class="hit-who">
              <strong>{hit.applicantName ?? t('inbox.noName')}</strong>
              <span class="faint">{hit.dossierCode ?? t('desk.noCode')}</span>
            </span>
            <span class="hit-what">
              {hit.procedureName ?? ''}
              {hit.snippet.length > 0 && (
                <span class="snippet">
                  {hit.snippet.map((piece, index) =>
                    piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
                  )}
                </span>
              )}
            </span>
            <span class="hit-state">
              {(hit.verdict !== 'needs-review' || hit.openReviews === 0) && (
                <Badge of="verdict" code={hit.verdict} />
              )}
              {hit.openReviews > 0 && (
                <span class="badge warn">{t('inbox.reviews', { n: hit.openReviews })}</span>
              )}
              <Badge of="state" code={hit.state} />
            </span>
            <span class="hit-age faint">
              {day(hit.receivedOn ?? hit.updatedAt)}
              <span class="block">{ageOf(hit.receivedOn ?? hit.updatedAt)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** In calendar days: the hour of reception is not known. */
function ageOf(iso: string): string {
  const days = Math.round((Date.parse(today()) - Date.parse(iso.slice(0, 10))) / 86_400_000);
  return days < 1 ? t('age.today') : t('age.day', { n: days });
}
