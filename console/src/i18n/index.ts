/** Words of the chosen language; a key that one table lacks does not compile. */
import { createStore } from '../shell/store.ts';
import { en } from './en.ts';
import { type Text, vi } from './vi.ts';

export type { Text } from './vi.ts';
export type Language = 'vi' | 'en';

const TABLES: Readonly<Record<Language, Readonly<Record<Text, string>>>> = { vi, en };
const KEPT = 'console.language';

export const language = createStore<Language>(localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi');

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
  language.set(chosen);
}

/** `{name}` in the text is replaced by `values.name`. */
export function t(key: Text, values: Readonly<Record<string, string | number>> = {}): string {
  return TABLES[language.get()][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** The word for a code that the server may know before we do; the code itself where we have none. */
export function word(prefix: string, code: string): string {
  const key = `${prefix}.${code}`;
  return key in vi ? t(key as Text) : code;
}
