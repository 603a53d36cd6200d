/** One labelled field: its hint and its problem are read out with it. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface InputProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly good?: string | undefined;
  readonly type?: 'text' | 'password' | 'tel';
  readonly name?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'text';
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly lines?: number;
  /** A button that fills the field in another way, e.g. by camera. */
  readonly beside?: ComponentChildren;
}

export function Input(props: InputProps) {
  const { label, value, onInput, hint, problem, good, lines, beside, autofocus, type, ...rest } = props;
  const id = useId();
  const noteId = `${id}-note`;
  const note = problem ?? good ?? hint;
  const shared = {
    id,
    value,
    'aria-invalid': problem !== undefined,
    ...(note === undefined ? {} : { 'aria-describedby': noteId }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-row">
        {lines ? (
          <textarea {...shared} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
        ) : (
          <input
            {...shared}
            {...rest}
            type={type as 'text'}
            {...(autofocus ? { ref: focusOnce } : {})}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
        {beside}
      </div>
      {note !== undefined && (
        <p id={noteId} class={problem ? 'note bad' : good ? 'note good' : 'note'}>
          {note}
        </p>
      )}
    </div>
  );
}

const focused = new WeakSet<Element>();

function focusOnce(element: HTMLInputElement | null): void {
  if (!element || focused.has(element)) return;
  focused.add(element);
  element.focus();
}
