/** Settings as they are now and where each came from; changed where they come from, not here. */
import { useResource } from '../http/use-resource.ts';
import { language, t, word } from '../i18n/index.ts';
import { figure, size } from '../shell/days.ts';
import { Failed, Loading } from '../ui/states.tsx';
import type { SettingRow } from './answers.ts';

export function SettingsView() {
  const { data, failure, reload } = useResource<readonly SettingRow[]>('/control/settings');
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <div class="table-box">
      <table>
        <caption>{t('settings.about')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('settings.meaning')}</th>
            <th scope="col">{t('settings.value')}</th>
            <th scope="col">{t('settings.source')}</th>
            <th scope="col">{t('settings.name')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <tr key={row.name}>
              <th scope="row">{language.get() === 'vi' ? row.meaningVi : row.meaning}</th>
              <td>{shownValue(row)}</td>
              <td>
                <span class={row.source === 'default' ? 'badge calm' : 'badge good'}>
                  {word('settingSource', row.source)}
                </span>
              </td>
              <td>
                <code>{row.env}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Numbers as people say them; a year, a port and a code are no quantities. */
function shownValue({ value, unit }: SettingRow): string {
  if (typeof value !== 'number') return String(value) || t('settings.unset');
  if (unit === 'bytes') return size(value);
  if (unit === 'ms') return `${figure(value / 1000)} ${word('unit', 'seconds')}`;
  return unit === 'port' ? String(value) : `${figure(value)} ${word('unit', unit)}`;
}
