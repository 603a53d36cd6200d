/** The scanning desk: begin a delivery or go on with one. */
import type { User } from '../http/answers.ts';
import { t } from '../i18n/index.ts';
import { go, usePlace } from '../shell/router.ts';
import { about } from '../shell/session.ts';
import { useStore } from '../shell/store.ts';
import { Button } from '../ui/button.tsx';
import { OpenDeliveries } from './open-deliveries.tsx';
import { startPractice } from './practice.ts';
import { Scanning } from './scanning.tsx';
import { StartFormView } from './start-form.tsx';

export function DeskRoom({ user }: { user: User }) {
  const { segments } = usePlace();
  const { practice } = useStore(about);
  const id = segments[1];
  const open = (draftId: string) => go(`/desk/${encodeURIComponent(draftId)}`);
  if (id) return <Scanning key={id} id={id} user={user} />;
  return (
    <main id="main" class="desk-start">
      <h1 class="room-title">{t('room.desk')}</h1>
      <div class="desk-start-columns">
        <StartFormView user={user} onStarted={open} />
        <div>
          <OpenDeliveries user={user} />
          {practice !== false && (
            <section class="card" aria-labelledby="practice">
              <h2 id="practice">{t('practice.title')}</h2>
              <p>{t('practice.about')}</p>
              <Button icon="stack" onClick={async () => open(await startPractice(user))}>
                {t('practice.begin')}
              </Button>
            </section>
          )}
        </div>
      </div>
    </main>
  );
}
