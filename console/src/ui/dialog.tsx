/** A question over the page: the browser keeps the focus inside and gives it back; Escape means no. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
}

export function Dialog({ title, onClose, children, wide }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    element.current?.showModal();
    firstToDo(element.current)?.focus();
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? 'ask wide' : 'ask'}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="ask-head">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          class="button quiet"
          aria-label={t('close')}
          onClick={() => element.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** A field where there is one, else the first thing to press; the cross is only for leaving. */
function firstToDo(dialog: HTMLElement | null): HTMLElement | null {
  const field = dialog?.querySelector<HTMLElement>('input:not([hidden]), textarea, select');
  return field ?? dialog?.querySelector<HTMLElement>('.ask-head ~ * button:not(:disabled)') ?? null;
}
