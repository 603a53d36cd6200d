/** Chooses procedure and case: words in any order, with or without marks; arrows and Enter do. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { Procedure } from '../http/answers.ts';
import { useResource } from '../http/use-resource.ts';
import { t } from '../i18n/index.ts';
import { tellProblem } from '../i18n/tell-problem.ts';
import { Button } from '../ui/button.tsx';
import { Told } from '../ui/states.tsx';

const SHOWN = 8;
const TYPING_MS = 150;

interface ProcedurePickerProps {
  readonly procedure: Procedure | null;
  readonly caseId: string | null;
  readonly onChoose: (procedure: Procedure | null, caseId: string | null) => void;
}

export function ProcedurePicker({ procedure, caseId, onChoose }: ProcedurePickerProps) {
  if (!procedure) {
    return (
      <ProcedureSearch
        onChoose={(found) => onChoose(found, found.cases.length === 1 ? found.cases[0]!.id : null)}
      />
    );
  }
  return (
    <div class="chosen">
      <div class="chosen-head">
        <p>
          <strong>{procedure.name}</strong> <span class="faint">{procedure.code}</span>
        </p>
        <Button kind="quiet" onClick={() => onChoose(null, null)}>
          {t('start.otherProcedure')}
        </Button>
      </div>
      {!procedure.mailable && <Told kind="warn">{procedure.reason ?? t('start.notMailable')}</Told>}
      {procedure.cases.length > 1 && (
        <fieldset class="choices">
          <legend>{t('start.case')}</legend>
          {procedure.cases.map((one) => (
            <label key={one.id}>
              <input
                type="radio"
                name="case"
                checked={one.id === caseId}
                onChange={() => onChoose(procedure, one.id)}
              />
              {one.name}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function ProcedureSearch({ onChoose }: { onChoose: (procedure: Procedure) => void }) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [active, setActive] = useState(0);
  const [open, setOpen] = useState(false);
  const listId = useId();
  const { data, failure } = useResource<readonly Procedure[]>(`/procedures?q=${encodeURIComponent(asked)}`);
  const found = (data ?? []).slice(0, SHOWN);
  // A list that answers fewer letters than were typed is looked at, never chosen from by key.
  const isCurrent = data !== null && typed.trim() === asked;
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(typed.trim());
      setActive(0);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1));
    else if (event.key === 'Enter' && isCurrent && found[active]) onChoose(found[active]);
    else if (event.key === 'Enter' && typed.trim() !== '') setOpen(true);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    if (event.key !== 'Escape') setOpen(true);
  };

  const shown = open && found.length > 0;
  return (
    <div class="field combobox">
      <label for={`${listId}-input`}>{t('start.procedure')}</label>
      <input
        id={`${listId}-input`}
        role="combobox"
        autocomplete="off"
        placeholder={t('start.procedureHint')}
        value={typed}
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && isCurrent ? `${listId}-${active}` : undefined}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div class="options" id={listId} role="listbox" aria-label={t('start.procedure')} hidden={!shown}>
        {found.map((one, index) => (
          <div
            key={one.code}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={isCurrent && index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              onChoose(one);
            }}
          >
            <span>{one.name}</span>
            <span class="faint">{one.code}</span>
          </div>
        ))}
      </div>
      {open && isCurrent && found.length === 0 && typed.trim() !== '' && (
        <p class="note">{t('start.noProcedure')}</p>
      )}
      {failure && (
        <p class="note bad">{failure.status === 0 ? t('offline.title') : tellProblem(failure).message}</p>
      )}
    </div>
  );
}
