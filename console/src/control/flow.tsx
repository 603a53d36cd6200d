/** The pipeline as it is now: what waits, what is under work, what gave up, and how old the oldest is. */
import { useResource } from '../http/use-resource.ts';
import { t, word } from '../i18n/index.ts';
import { age, figure } from '../shell/days.ts';
import { Failed, Loading, Told } from '../ui/states.tsx';
import type { FlowAnswer, StepFlow, TargetFigure } from './answers.ts';

export function Flow() {
  const { data, failure, reload } = useResource<FlowAnswer>('/control/flow', 'poll');
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  const dead = data.steps.reduce((sum, step) => sum + step.dead, 0);
  const waiting = data.steps.reduce((sum, step) => sum + step.waiting + step.inFlight, 0);
  return (
    <section aria-label={t('control.flow')}>
      {dead > 0 ? (
        <Told kind="warn">
          {t('flow.dead', { n: dead })} <a href="/control/failures">{t('flow.toFailures')}</a>
        </Told>
      ) : (
        <Told kind="good">{waiting === 0 ? t('flow.idle') : t('flow.moving', { n: waiting })}</Told>
      )}
      <div class="figures">
        <Figure label={t('flow.openBatches')} value={data.openBatches} />
        <Figure label={t('flow.pagesToday')} value={data.pagesToday} />
        <Figure label={t('flow.dossiersToday')} value={data.dossiersToday} />
        {data.targets?.map((figure) => (
          <Target key={figure.name} {...figure} />
        ))}
      </div>
      <ol class="steps">
        {data.steps.map((step) => (
          <Step key={step.step} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Figure({ label, value }: { label: string; value: number | undefined }) {
  if (value === undefined) return null;
  return (
    <p class="figure">
      <strong>{figure(value)}</strong>
      <span>{label}</span>
    </p>
  );
}

function Target({ name, reached, target }: TargetFigure) {
  if (reached === null) return null;
  return (
    <p class={reached < target ? 'figure short' : 'figure'}>
      <strong>{figure(reached)} %</strong>
      <span>
        {word('target', name)} ({t('flow.target', { n: target })})
      </span>
    </p>
  );
}

function Step({ step }: { step: StepFlow }) {
  const oldest = step.oldestAgeMs ? age(step.oldestAgeMs) : null;
  return (
    <li class={step.dead > 0 || step.isLate ? 'step bad' : 'step'}>
      <h2>{word('step', step.step)}</h2>
      <dl>
        <div>
          <dt>{t('flow.waiting')}</dt>
          <dd>{figure(step.waiting)}</dd>
        </div>
        <div>
          <dt>{t('flow.inFlight')}</dt>
          <dd>{figure(step.inFlight)}</dd>
        </div>
        <div>
          <dt>{t('flow.gaveUp')}</dt>
          <dd>{figure(step.dead)}</dd>
        </div>
        <div>
          <dt>{t('flow.oldest')}</dt>
          <dd>{oldest ? t(`age.${oldest.unit}`, { n: oldest.count }) : '–'}</dd>
        </div>
      </dl>
    </li>
  );
}
