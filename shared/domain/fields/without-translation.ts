/** Takes what is left of a label's English half from the head of a value: `/ Place of orlgin:`. */
import type { Token } from './tokens.ts';

const ENGLISH =
  /^[/|]?(full|name|date|of|birth|place|origin|residence|sex|nationality|expiry|personal|identification|month|year|issue|number|no|registration)[.,:;-]?$/i;
/** A misread English word is doubted by an engine that reads Vietnamese. */
const DOUBTFUL = 75;
const MOST_WORDS = 5;

export function withoutTranslation(tokens: readonly Token[]): Token[] {
  const colon = tokens.findIndex(({ text }) => text.endsWith(':'));
  const isTranslated = /^[/|]/.test(tokens[0]?.text ?? '') || ENGLISH.test(tokens[0]?.text ?? '');
  if (!isTranslated) return [...tokens];
  if (colon >= 0 && colon < MOST_WORDS) return tokens.slice(colon + 1);
  let from = 0;
  while (from < Math.min(MOST_WORDS, tokens.length)) {
    const { text, confidence } = tokens[from]!;
    const isPlain = /^[\p{ASCII}ö§ø]+$/u.test(text) && !/\d/.test(text);
    if (!/^[/|]/.test(text) && !ENGLISH.test(text) && !(isPlain && confidence < DOUBTFUL)) break;
    from++;
  }
  return tokens.slice(from);
}
