/** One act under way: busy while it runs, its failure kept for showing. */
import { useState } from 'preact/hooks';
import { CallFailure } from '../http/call.ts';

export interface Run {
  readonly busy: boolean;
  readonly failure: CallFailure | null;
  /** True when it went well. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
}

export function useRun(): Run {
  const [state, setState] = useState<{ busy: boolean; failure: CallFailure | null }>({
    busy: false,
    failure: null,
  });
  const run = async (act: () => Promise<unknown>) => {
    setState({ busy: true, failure: null });
    try {
      await act();
      setState({ busy: false, failure: null });
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailure)) throw failure;
      setState({ busy: false, failure });
      return false;
    }
  };
  return { ...state, run };
}
