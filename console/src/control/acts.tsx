/** What admins did to accounts and to the flow of work: who, when, to what. */
import { useResource } from '../http/use-resource.ts';
import { t, word } from '../i18n/index.ts';
import { moment } from '../shell/days.ts';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import type { ActRow } from './answers.ts';

export function Acts() {
  const { data, failure, reload } = useResource<readonly ActRow[]>('/control/acts');
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  if (data.length === 0) return <Empty icon="check" title={t('acts.none')} />;
  return (
    <div class="table-box">
      <table>
        <caption>{t('control.acts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('acts.at')}</th>
            <th scope="col">{t('acts.by')}</th>
            <th scope="col">{t('acts.kind')}</th>
            <th scope="col">{t('acts.subject')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((act, index) => (
            <tr key={data.length - index}>
              <td>
                <time datetime={act.at}>{moment(act.at)}</time>
              </td>
              <td>
                {act.by.name} <span class="faint">{act.by.id}</span>
              </td>
              <td>{word('adminAct', act.kind)}</td>
              <td>
                {act.kind === 'redriven' ? word('step', act.subject) : act.subject}{' '}
                <span class="faint">{detailOf(act)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function detailOf({ kind, detail = '' }: ActRow): string {
  if (kind === 'account-added') return word('role', detail);
  if (kind !== 'account-changed') return detail;
  return detail
    .split(/, ?/)
    .map((field) => word('users', field))
    .join(', ');
}
