/** Takes files and folders dropped anywhere on it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { Added } from '../upload/add-files.ts';
import { readDrop } from '../upload/read-drop.ts';

interface DropAreaProps {
  readonly onFiles: (added: readonly Added[]) => Promise<void>;
  readonly disabled: boolean;
  readonly children: ComponentChildren;
}

export function DropArea({ onFiles, disabled, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) =>
    !disabled && (event.dataTransfer?.types.includes('Files') ?? false);
  return (
    <section
      class={over ? 'drop-area over' : 'drop-area'}
      aria-label={t('desk.pages')}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={async (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        await onFiles(await readDrop(event.dataTransfer!));
      }}
    >
      {children}
    </section>
  );
}
