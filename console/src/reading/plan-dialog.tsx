/** Orders, turns, drops pages and puts them into another paper or dossier; one saved plan is one revision. */
import { useState } from 'preact/hooks';
import { quarterMore } from '../desk/page-acts.ts';
import type { ReadingDossier } from '../http/answers.ts';
import { at, call } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed, Told } from '../ui/states.tsx';
import { useActId } from './act-id.ts';
import type { DecisionProps } from './decision-bar.tsx';
import { MovePages } from './move-pages.tsx';
import { changePage, changesOf, movePage, type PlannedPage, planOf, turnedSince } from './plan.ts';

export function PlanDialog({ dossier, reload, onClose }: DecisionProps) {
  const [steps, setSteps] = useState<readonly (readonly PlannedPage[])[]>(() => [planOf(dossier)]);
  const [reason, setReason] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { actId } = useActId();
  const { busy, failure, run } = useRun();
  const plan = steps.at(-1)!;
  const changes = changesOf(plan, steps[0]!, dossier.papers);
  const next = (changed: readonly PlannedPage[]) => setSteps([...steps, changed]);
  const pick = (pageId: string, isPicked: boolean) => {
    const chosen = new Set(picked);
    if (isPicked) chosen.add(pageId);
    else chosen.delete(pageId);
    setPicked(chosen);
  };
  const save = () =>
    run(async () => {
      await call(at`/dossiers/${dossier.dossierId}/plan`, {
        method: 'PUT',
        json: { pages: changes, reason: reason.trim(), actId },
      });
      await reload();
      onClose();
    });
  return (
    <Dialog title={t('decide.plan')} onClose={onClose} wide>
      <p>{t('plan.about')}</p>
      <ol class="plan">
        {plan.map((page) => (
          <PlanRow
            key={page.pageId}
            page={page}
            turnedDeg={turnedSince(page, steps[0]!)}
            papers={dossier.papers}
            picked={picked.has(page.pageId)}
            onPick={(isPicked) => pick(page.pageId, isPicked)}
            onChange={(change) => next(changePage(plan, page.pageId, change))}
            onMove={(by) => next(movePage(plan, page.pageId, by))}
          />
        ))}
      </ol>
      {picked.size > 0 && !changes ? (
        <MovePages pageIds={[...picked]} reload={reload} onClose={onClose} />
      ) : (
        <>
          {picked.size > 0 && <Told kind="warn">{t('move.saveFirst')}</Told>}
          <Input label={t('plan.reason')} value={reason} onInput={setReason} />
          {failure && <Failed failure={failure} />}
          <div class="actions end">
            <Button icon="undo" disabled={steps.length === 1} onClick={() => setSteps(steps.slice(0, -1))}>
              {t('page.undo')}
            </Button>
            <Button
              kind="primary"
              busy={busy}
              disabled={!changes || reason.trim().length < 3}
              onClick={() => void save()}
            >
              {t('save')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

interface PlanRowProps {
  readonly page: PlannedPage;
  /** Clockwise, against the picture that the server draws. */
  readonly turnedDeg: number;
  readonly papers: ReadingDossier['papers'];
  readonly picked: boolean;
  readonly onPick: (picked: boolean) => void;
  readonly onChange: (change: Partial<Pick<PlannedPage, 'turnDeg' | 'dropped' | 'paperId'>>) => void;
  readonly onMove: (by: -1 | 1) => void;
}

function PlanRow({ page, turnedDeg, papers, picked, onPick, onChange, onMove }: PlanRowProps) {
  const name = page.number > 0 ? t('desk.page', { n: page.number }) : t('reading.droppedPage');
  return (
    <li class={page.dropped ? 'plan-row dropped' : 'plan-row'}>
      <label class="check">
        <input type="checkbox" checked={picked} onChange={(event) => onPick(event.currentTarget.checked)} />
        {name}
      </label>
      <img
        class={`turned-${turnedDeg}`}
        src={`/api${at`/pages/${page.pageId}/thumbnail`}?turn=${page.turnDeg - turnedDeg}`}
        alt=""
        loading="lazy"
      />
      <select
        aria-label={t('plan.paperOf', { name })}
        value={page.paperId ?? ''}
        onChange={(event) => onChange({ paperId: event.currentTarget.value || null })}
      >
        <option value="">{t('plan.machine')}</option>
        {papers.map((paper) => (
          <option key={paper.paperId} value={paper.paperId}>
            {paper.name}
          </option>
        ))}
      </select>
      <Button icon="left" title={`${t('page.earlier')}: ${name}`} onClick={() => onMove(-1)}>
        {t('page.earlier')}
      </Button>
      <Button icon="right" title={`${t('page.later')}: ${name}`} onClick={() => onMove(1)}>
        {t('page.later')}
      </Button>
      <Button icon="turn" onClick={() => onChange({ turnDeg: quarterMore(page.turnDeg) })}>
        {t('page.turn')}
      </Button>
      <Button icon={page.dropped ? 'undo' : 'drop'} onClick={() => onChange({ dropped: !page.dropped })}>
        {page.dropped ? t('page.bringBack') : t('page.drop')}
      </Button>
    </li>
  );
}
