/** Keeps what was read of a page; of a page with a mark of state secret nothing that it says is kept. */
import { meanConfidence, type PageText } from '../../domain/page-text.ts';
import { hasSecretMarking } from '../../domain/secret-marking.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import { encodeJson } from '../json-bytes.ts';

export interface PageReading {
  /** 0-100 over the characters of the page. */
  readonly meanConfidence: number;
  /** The page bears a mark of state secret, and its text was not kept. */
  readonly secret?: true;
}

export async function keepReading(
  store: Pick<ObjectStore, 'put'>,
  textKey: string,
  text: PageText,
  { isStampedSecret = false } = {},
): Promise<PageReading> {
  if (isStampedSecret || hasSecretMarking(text)) {
    await store.put(textKey, encodeJson(withheld(text)));
    return { meanConfidence: 0, secret: true };
  }
  await store.put(textKey, encodeJson(text));
  return { meanConfidence: meanConfidence(text) };
}

/** How the page lies is no secret, and is asked of every page. */
export function withheld(text: PageText): PageText {
  return { ...text, source: 'none', lines: [], codes: [] };
}
