/** How a screen looks before, without and in spite of its data. */
import type { ComponentChildren } from 'preact';
import type { CallFailure } from '../http/call.ts';
import { t } from '../i18n/index.ts';
import { tellProblem } from '../i18n/tell-problem.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

export function Loading() {
  return (
    <div class="loading" role="status">
      <span class="spinner" />
      {t('loading')}
    </div>
  );
}

export function Empty({
  icon,
  title,
  children,
}: {
  icon: IconName;
  title: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function Failed({ failure, onRetry }: { failure: CallFailure; onRetry?: () => void }) {
  const offline = failure.status === 0;
  const { message, remedy } = offline
    ? { message: t('offline.title'), remedy: t('offline.remedy') }
    : tellProblem(failure);
  return (
    <div class="notice bad" role="alert">
      <Icon name="warn" />
      <p>
        <strong>{message}</strong> {remedy}
      </p>
      {onRetry && (
        <Button onClick={onRetry} icon="rescan">
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

export function Told({
  kind,
  children,
}: {
  kind: 'good' | 'warn' | 'bad' | 'info';
  children: ComponentChildren;
}) {
  return (
    <div class={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={kind === 'good' ? 'check' : 'warn'} />
      <div>{children}</div>
    </div>
  );
}
