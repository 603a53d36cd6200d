/** The shell: who is there, which room, and nothing of the rooms themselves. */
import { useEffect } from 'preact/hooks';
import { ControlRoom } from '../control/control-room.tsx';
import { DeskRoom } from '../desk/desk-room.tsx';
import type { User } from '../http/answers.ts';
import { language, t } from '../i18n/index.ts';
import { DossierRoom } from '../reading/dossier-room.tsx';
import { InboxRoom } from '../reading/inbox-room.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import { startUploader, stopUploader } from '../upload/uploader.ts';
import { followLink, go, usePlace } from './router.ts';
import { session } from './session.ts';
import { SignIn } from './sign-in.tsx';
import { useStore } from './store.ts';
import { ROOMS, TopBar } from './top-bar.tsx';

export function App() {
  const tongue = useStore(language);
  const now = useStore(session);
  const user = now.state === 'in' ? now.user : null;
  useEffect(() => {
    if (user?.role === 'clerk' && now.state === 'in' && !now.offline) startUploader(user.id);
    else stopUploader();
  }, [user, now]);
  useEffect(() => {
    addEventListener('click', followLink);
    return () => removeEventListener('click', followLink);
  }, []);
  return (
    <div class="shell" key={tongue}>
      <TopBar user={user} />
      {now.state === 'asking' && <Loading />}
      {now.state === 'out' && <SignIn />}
      {user && <Room user={user} />}
    </div>
  );
}

function Room({ user }: { user: User }) {
  const { segments } = usePlace();
  const [room] = segments;
  const allowed = ROOMS[user.role];
  const isHome = room === undefined;
  useEffect(() => {
    if (isHome) go(allowed[0]!.path, { replace: true });
  }, [isHome, allowed]);
  if (isHome) return <Loading />;
  if (!allowed.some((one) => one.segments.includes(room))) {
    return (
      <main id="main">
        <Empty icon="warn" title={t('noSuchRoom')}>
          <a class="button primary" href="/">
            {t('home')}
          </a>
        </Empty>
      </main>
    );
  }
  if (room === 'desk') return <DeskRoom user={user} />;
  if (room === 'inbox') return <InboxRoom />;
  if (room === 'dossiers') return <DossierRoom user={user} />;
  return <ControlRoom />;
}
