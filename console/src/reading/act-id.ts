/** An act's own id, made with its form: the same act told twice on a bad line counts once. */
import { useState } from 'preact/hooks';

export function useActId(): { readonly actId: string; readonly renew: () => void } {
  const [actId, setActId] = useState(() => crypto.randomUUID());
  return { actId, renew: () => setActId(crypto.randomUUID()) };
}
