/** What the server says under a path, kept fresh: by itself on changes, again on demand, old data shown meanwhile. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { CallFailure, call } from './call.ts';
import { listen } from './stream.ts';

export interface Resource<Answer> {
  /** Null until the first answer. */
  readonly data: Answer | null;
  /** The last try's failure; data of an earlier one may still be there. */
  readonly failure: CallFailure | null;
  readonly reload: () => Promise<void>;
}

const POLL_MS = 5_000;

/** @param fresh query of a change stream (`?batch=…`), `poll` where none tells, null to ask only once and on `reload`. */
export function useResource<Answer>(path: string | null, fresh: string | null = null): Resource<Answer> {
  const [said, setSaid] = useState<{ path: string | null; data: Answer | null; failure: CallFailure | null }>(
    {
      path,
      data: null,
      failure: null,
    },
  );
  const asked = useRef(0);
  const reload = useCallback(async () => {
    if (path === null) return;
    const number = ++asked.current;
    try {
      const data = await call<Answer>(path);
      if (number !== asked.current) return;
      setSaid({ path, data, failure: null });
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure;
      if (number !== asked.current) return;
      setSaid((before) => ({ path, data: before.path === path ? before.data : null, failure }));
    }
  }, [path]);

  useEffect(() => void reload(), [reload]);
  useEffect(() => {
    if (path === null || fresh === null) return;
    if (fresh !== 'poll') return listen(fresh, () => void reload());
    const timer = setInterval(() => document.visibilityState === 'visible' && void reload(), POLL_MS);
    return () => clearInterval(timer);
  }, [path, fresh, reload]);
  useEffect(() => {
    const again = () => void reload();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [reload]);

  return {
    data: said.path === path ? said.data : null,
    failure: said.path === path ? said.failure : null,
    reload,
  };
}
