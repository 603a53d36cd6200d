/** Buttons: one primary a screen, everything else plain; large enough for a thumb. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly busy?: boolean;
  readonly title?: string;
  readonly pressed?: boolean;
  readonly shortcut?: string;
}

export function Button(props: ButtonProps) {
  const {
    children,
    onClick,
    kind = 'plain',
    icon,
    type = 'button',
    disabled,
    busy,
    title,
    pressed,
    shortcut,
  } = props;
  return (
    <button
      type={type}
      class={`button ${kind}`}
      onClick={onClick}
      disabled={disabled || busy}
      aria-busy={busy}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      title={title}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  );
}
