/** What gave up, grouped by cause, each with its remedy and a way to try again. */
import { useState } from 'preact/hooks';
import { call } from '../http/call.ts';
import { useResource } from '../http/use-resource.ts';
import { t, word } from '../i18n/index.ts';
import { tellProblem } from '../i18n/tell-problem.ts';
import { moment } from '../shell/days.ts';
import { Button } from '../ui/button.tsx';
import { useRun } from '../ui/run.ts';
import { Empty, Failed, Loading, Told } from '../ui/states.tsx';
import type { FailureRow } from './answers.ts';

export function Failures() {
  const { data, failure, reload } = useResource<readonly FailureRow[]>('/control/failures', 'poll');
  const [done, setDone] = useState<number | null>(null);
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <section aria-label={t('control.failures')}>
      {done !== null && <Told kind="good">{t('failures.redriven', { n: done })}</Told>}
      {data.length === 0 && (
        <Empty icon="check" title={t('failures.none')}>
          <p>{t('failures.noneHint')}</p>
        </Empty>
      )}
      <ul class="failures">
        {data.map((row) => (
          <FailureCard
            key={`${row.queue} ${row.code}`}
            row={row}
            onRedriven={async (count) => {
              setDone(count);
              await reload();
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function FailureCard({ row, onRedriven }: { row: FailureRow; onRedriven: (count: number) => Promise<void> }) {
  const { busy, failure, run } = useRun();
  const { message, remedy } = tellProblem(row);
  const redrive = () =>
    run(async () => {
      const { queue, code } = row;
      const answer = await call<{ redriven?: number }>('/control/redrive', {
        method: 'POST',
        json: { queue, ...(code ? { code } : {}) },
      });
      await onRedriven(answer?.redriven ?? row.count);
    });
  return (
    <li class="card failure">
      <div>
        <h2>{message}</h2>
        <p>{remedy}</p>
        <p class="faint">
          {word('step', row.queue)} · {row.code} · {t('failures.count', { n: row.count })} ·{' '}
          {t('failures.since', { at: moment(row.oldestAt) })} · {word('actor', row.actor)}
        </p>
        {failure && <Failed failure={failure} />}
      </div>
      <Button kind="primary" icon="rescan" busy={busy} onClick={() => void redrive()}>
        {t('failures.redrive')}
      </Button>
    </li>
  );
}
