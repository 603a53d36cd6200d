/** A button that opens the system's own choice of files. */
import { useRef } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';
import { type Added, inNameOrder } from '../upload/add-files.ts';

const ACCEPTED =
  'application/pdf,image/jpeg,image/png,image/tiff,image/webp,.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp';

interface PickButtonProps {
  /** Of the choice itself, for a key that opens it. */
  readonly id?: string;
  readonly icon: IconName;
  readonly label: string;
  readonly onPick: (added: readonly Added[]) => unknown;
  readonly folder?: boolean;
  readonly camera?: boolean;
  readonly single?: boolean;
  readonly primary?: boolean;
  readonly quiet?: boolean;
  readonly shortcut?: string;
}

export function PickButton(props: PickButtonProps) {
  const { id, icon, label, onPick, folder, camera, single, primary, quiet, shortcut } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        icon={icon}
        kind={primary ? 'primary' : quiet ? 'quiet' : 'plain'}
        onClick={() => input.current?.click()}
        {...(shortcut ? { shortcut } : {})}
      >
        {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          if (folder && element) element.webkitdirectory = true;
        }}
        {...(id ? { id } : {})}
        hidden
        type="file"
        aria-label={label}
        accept={camera ? 'image/*' : ACCEPTED}
        multiple={!single && !camera}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files && files.length > 0) void onPick(inNameOrder(files));
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
