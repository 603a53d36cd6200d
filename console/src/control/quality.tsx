/** Load and quality by office and by clerk: where help is needed, not whom to blame. */
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { figure, percent } from '../shell/days.ts';
import { NamedCode } from '../ui/named-code.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import type { QualityRow } from './answers.ts';

export function Offices() {
  return <QualityTable path="/control/offices" title={t('control.offices')} />;
}

export function Clerks() {
  return <QualityTable path="/control/clerks" title={t('control.clerks')} />;
}

function QualityTable({ path, title }: { path: string; title: string }) {
  const { data, failure, reload } = useResource<readonly QualityRow[]>(path);
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  if (data.length === 0) return <Empty icon="stack" title={t('quality.none')} />;
  return (
    <div class="table-box">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.who')}</th>
            <th scope="col">{t('quality.dossiers')}</th>
            <th scope="col">{t('quality.pages')}</th>
            <th scope="col">{t('quality.rescan')}</th>
            <th scope="col">{t('quality.findings')}</th>
            <th scope="col">{t('quality.seconds')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <tr key={row.userId ?? row.officeCode}>
              <th scope="row">
                {row.userId === undefined ? (
                  <NamedCode code={row.officeCode} name={row.name} />
                ) : (
                  <>
                    {row.name ?? row.userId}
                    <br />
                    <NamedCode code={row.officeCode} name={row.officeName} />
                  </>
                )}
              </th>
              <td>{figure(row.dossiers)}</td>
              <td>{figure(row.pages)}</td>
              <td>{percent(row.rescanRate)}</td>
              <td>{figure(row.findingsPerDossier)}</td>
              <td>{row.secondsPerPage === null ? '–' : figure(row.secondsPerPage)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
