/** A file without a picture yet: its name. */
import { Icon } from '../ui/icon.tsx';

export function FileCard({ name }: { name: string }) {
  return (
    <span class="file-card">
      <Icon name="file" />
      <span>{name.split('/').at(-1)}</span>
    </span>
  );
}
