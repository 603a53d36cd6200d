/** An object store as a role of the cloud sees it: what its prefixes do not cover is refused, and noted. */
import type { FunctionNeeds } from '../../../infra/function-needs.ts';
import type { ObjectStore } from '../../../shared/ports/object-store.ts';

type Right = 'reads' | 'writes' | 'removes';

/** @param onRefusal hears of each, e.g. `writes texts/` */
export function guardStore(
  store: ObjectStore,
  needs: FunctionNeeds,
  onRefusal: (denial: string) => void,
): ObjectStore {
  const require = (right: Right, key: string) => {
    if (needs[right].some((prefix) => key.startsWith(prefix))) return;
    const denial = `${right} ${key.split('/')[0]}/`;
    onRefusal(denial);
    throw new Error(`AccessDenied: ${denial}`);
  };
  return {
    async putOnce(key, bytes) {
      require('writes', key);
      // It looks whether the same bytes are there already.
      require('reads', key);
      return store.putOnce(key, bytes);
    },
    async put(key, bytes) {
      require('writes', key);
      return store.put(key, bytes);
    },
    async get(key) {
      require('reads', key);
      return store.get(key);
    },
    async size(key) {
      require('reads', key);
      return store.size(key);
    },
    async remove(key) {
      require('removes', key);
      return store.remove(key);
    },
  };
}
