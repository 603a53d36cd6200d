/** The one bar over all rooms: where one is, whether there is a line, the language, the way out. */
import type { Role, User } from '../http/answers.ts';
import { chooseLanguage, language, type Text, t, word } from '../i18n/index.ts';
import { onLine } from './on-line.ts';
import { usePlace } from './router.ts';
import { about, signOut } from './session.ts';
import { useStore } from './store.ts';

interface Room {
  readonly path: string;
  readonly title: Text;
  readonly segments: readonly string[];
}

const DESK: Room = { path: '/desk', title: 'room.desk', segments: ['desk'] };
const INBOX: Room = { path: '/inbox', title: 'room.inbox', segments: ['inbox', 'dossiers'] };
const CONTROL: Room = { path: '/control/flow', title: 'room.control', segments: ['control'] };

/** The first is where one begins. */
export const ROOMS: Readonly<Record<Role, readonly Room[]>> = {
  clerk: [DESK, { ...INBOX, title: 'room.officeInbox' }],
  officer: [INBOX],
  admin: [CONTROL, INBOX],
};

export function TopBar({ user }: { user: User | null }) {
  const [room] = usePlace().segments;
  const line = useStore(onLine);
  const { provinceName, hotline } = useStore(about);
  const other = language.get() === 'vi' ? 'en' : 'vi';
  return (
    <header class="top-bar">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <a class="brand" href="/">
        {t('brand')}
        {provinceName && <span class="brand-place">{provinceName}</span>}
      </a>
      {user && (
        <nav aria-label={t('rooms')}>
          {ROOMS[user.role].map(({ path, title, segments }) => (
            <a key={path} href={path} aria-current={segments.includes(room ?? '') ? 'page' : undefined}>
              {t(title)}
            </a>
          ))}
        </nav>
      )}
      <span class="space" />
      {!line && <span class="badge warn">{t('offline.badge')}</span>}
      {hotline && <span class="hotline">{t('hotline', { number: hotline })}</span>}
      <button type="button" lang={other} onClick={() => chooseLanguage(other)}>
        {other === 'en' ? 'English' : 'Tiếng Việt'}
      </button>
      {user && (
        <>
          <span class="who">
            {user.name} <span>{word('role', user.role)}</span>
          </span>
          <button type="button" onClick={() => void signOut()}>
            {t('signOut')}
          </button>
        </>
      )}
    </header>
  );
}
