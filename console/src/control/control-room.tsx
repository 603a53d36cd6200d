/** The control room: is work flowing, what failed and what to do, who carries how much, who may sign in. */
import type { FunctionComponent } from 'preact';
import { type Text, t } from '../i18n/index.ts';
import { usePlace } from '../shell/router.ts';
import { Acts } from './acts.tsx';
import { Failures } from './failures.tsx';
import { Flow } from './flow.tsx';
import { Clerks, Offices } from './quality.tsx';
import { SettingsView } from './settings-view.tsx';
import { Users } from './users.tsx';

const TABS: readonly { readonly name: string; readonly title: Text; readonly view: FunctionComponent }[] = [
  { name: 'flow', title: 'control.flow', view: Flow },
  { name: 'failures', title: 'control.failures', view: Failures },
  { name: 'offices', title: 'control.offices', view: Offices },
  { name: 'clerks', title: 'control.clerks', view: Clerks },
  { name: 'users', title: 'control.users', view: Users },
  { name: 'acts', title: 'control.acts', view: Acts },
  { name: 'settings', title: 'control.settings', view: SettingsView },
];

export function ControlRoom() {
  const name = usePlace().segments[1] ?? 'flow';
  const tab = TABS.find((one) => one.name === name) ?? TABS[0]!;
  const View = tab.view;
  return (
    <main id="main" class="control">
      <h1 class="room-title">{t('room.control')}</h1>
      <nav class="tabs" aria-label={t('room.control')}>
        {TABS.map((one) => (
          <a key={one.name} href={`/control/${one.name}`} aria-current={one === tab ? 'page' : undefined}>
            {t(one.title)}
          </a>
        ))}
      </nav>
      <View />
    </main>
  );
}
