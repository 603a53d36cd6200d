/** The door: name and password, or the way to the province's identity provider; sample accounts are one click away. */
import { useState } from 'preact/hooks';
import { t, word } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';
import { about, refusal, signIn, signInElsewhere } from './session.ts';
import { useStore } from './store.ts';

export function SignIn() {
  return useStore(about).signIn === 'oidc' ? <WayElsewhere /> : <OwnDoor />;
}

function WayElsewhere() {
  const { busy, failure, run } = useRun();
  const { provinceName } = useStore(about);
  const refused = useStore(refusal);
  const told = failure ?? refused;
  return (
    <main id="main" class="sign-in">
      <section class="card">
        <h1>{t('signIn.title')}</h1>
        {provinceName && <p class="faint">{provinceName}</p>}
        <p>{t('signIn.elsewhere')}</p>
        {told && <Failed failure={told} />}
        <div class="actions">
          <Button kind="primary" busy={busy} onClick={() => void run(signInElsewhere)}>
            {t('signIn.button')}
          </Button>
        </div>
      </section>
    </main>
  );
}

function OwnDoor() {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const { busy, failure, run } = useRun();
  const { provinceName, demoAccounts } = useStore(about);
  const submit = (event: Event) => {
    event.preventDefault();
    void run(() => signIn(user.trim(), password));
  };
  return (
    <main id="main" class="sign-in">
      <form class="card" onSubmit={submit}>
        <h1>{t('signIn.title')}</h1>
        {provinceName && <p class="faint">{provinceName}</p>}
        <Input
          label={t('signIn.user')}
          name="username"
          value={user}
          onInput={setUser}
          autocomplete="username"
          autofocus
          required
        />
        <Input
          label={t('signIn.password')}
          name="password"
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
          required
        />
        {failure && <Failed failure={failure} />}
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {t('signIn.button')}
          </Button>
        </div>
      </form>
      {demoAccounts && demoAccounts.length > 0 && (
        <section class="card" aria-labelledby="demo">
          <h2 id="demo">{t('signIn.demo')}</h2>
          <p class="faint">{t('signIn.demoHint')}</p>
          <div class="actions">
            {demoAccounts.map((account) => (
              <Button
                key={account.user}
                busy={busy}
                onClick={() => void run(() => signIn(account.user, account.password))}
              >
                {word('role', account.role)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </main>
  );
}
