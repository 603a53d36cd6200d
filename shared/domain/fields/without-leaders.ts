/** Takes what a form's dotted leaders left in the words of a value. */
import { type Token, trimValue } from './tokens.ts';

const LEADER = /[.…_·]{3,}|[-.…_]{4,}/u;
/** Words behind a leader that the engine doubts as much are made of its dots. */
const DOUBTFUL = 60;

export function withoutLeaders(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const at = token.text.search(LEADER);
    if (at < 0) {
      kept.push(token);
      continue;
    }
    const [before = '', after = ''] = [
      token.text.slice(0, at),
      token.text.slice(at).replace(/[^\p{L}\d]+/gu, ''),
    ];
    if (trimValue(before) !== '') kept.push({ ...token, text: trimValue(before) });
    else if (kept.length === 0 && after.length > 1 && token.confidence >= DOUBTFUL)
      kept.push({ ...token, text: after });
    if (kept.length > 0 && tokens.slice(index + 1).every(({ confidence }) => confidence < DOUBTFUL)) break;
  }
  return kept;
}
