/** Settings as they are now and where each came from; changed where they come from, not here. */
import { useResource } from '../http/use-resource.ts';
import { t, word } from '../i18n/index.ts';
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
            <th scope="col">{t('settings.name')}</th>
            <th scope="col">{t('settings.value')}</th>
            <th scope="col">{t('settings.source')}</th>
            <th scope="col">{t('settings.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                <code>{row.env}</code>
              </th>
              <td>
                {String(row.value)} <span class="faint">{typeof row.value === 'number' ? row.unit : ''}</span>
              </td>
              <td>{word('settingSource', row.source)}</td>
              <td lang="en">{row.meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
