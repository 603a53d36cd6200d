/** Who did what and when; files that were replaced stay to be looked at. */
import type { ReadingDossier } from '../http/answers.ts';
import { at } from '../http/call.ts';
import { t, word } from '../i18n/index.ts';
import { moment, size } from '../shell/days.ts';

export function History({ dossier }: { dossier: ReadingDossier }) {
  const told = [
    ...dossier.acts.map((act) => ({
      at: act.at,
      title: word('act', act.kind),
      who: act.by.name,
      why: [act.value, act.note, act.reason].filter(Boolean).join(' · '),
    })),
    ...dossier.events.map((event) => ({
      at: event.at,
      title: word('event', event.eventType),
      who: t('history.system'),
      why: '',
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
  const replaced = dossier.files.filter((file) => file.supersededInRevision);
  return (
    <section class="history" aria-labelledby="history-title">
      <h2 id="history-title">
        {t('reading.history')} <span class="faint">{t('history.revision', { n: dossier.revision })}</span>
      </h2>
      {told.length === 0 && <p class="faint">{t('history.none')}</p>}
      <ol>
        {told.map((one, index) => (
          <li key={`${one.at}-${index}`}>
            <strong>{one.title}</strong>
            {one.why && <span class="block">{one.why}</span>}
            <span class="faint block">
              {one.who} · {moment(one.at)}
            </span>
          </li>
        ))}
      </ol>
      {replaced.length > 0 && (
        <>
          <h3>{t('history.replaced')}</h3>
          <ul>
            {replaced.map((file) => (
              <li key={file.fileId}>
                <a href={`/api${at`/files/${file.fileId}`}`} target="_blank" rel="noreferrer">
                  {file.name}
                </a>{' '}
                <span class="faint">
                  {t('history.revision', { n: file.revision })} {file.bytes ? size(file.bytes) : ''}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
