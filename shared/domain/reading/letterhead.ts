/** Finds the name and the motto of the state, which open the right column of a letterhead (Nghị định 30/2020/NĐ-CP, annex I). */
import { foldTones } from '../fold.ts';
import type { Word } from '../page-text.ts';

/** Each after its first word, in capitals as letterheads have it: a sentence may name the state too. */
const OPENINGS = [
  { first: /^CỘNG$/u, rest: 'HOA XA HOI CHU NGHIA'.split(' ') },
  { first: /^(?:Độc|ĐỘC)$/u, rest: 'LAP TU DO HANH PHUC'.split(' ') },
];
/** Words that may be misread or lost, the first never. */
const MOST_MISREAD = 2;
const LONGEST = 10;

/** What the left column holds under the agency, if need be after some white. */
const NUMBER_OR_SUBJECT = /^(?:(?:luật )?số\s*(?::|\d)|v\s?\/\s?v(?!\p{L})|về việc(?!\p{L}))/iu;

/** True of a line that names the paper's number or its subject. */
export function opensNumberOrSubject(words: readonly Word[]): boolean {
  const text = words.slice(0, 3).map((word) => word.text);
  return NUMBER_OR_SUBJECT.test(text.join(' '));
}

/** True where the state's name or its motto begins at `words[at]`. */
export function opensLetterhead(words: readonly Word[], at: number): boolean {
  const opening = OPENINGS.find(({ first }) => first.test(words[at]?.text ?? ''));
  if (!opening || belongsTo(words[at - 1])) return false;
  const read = words.slice(at + 1, at + LONGEST).map((word) => foldTones(word.text));
  return opening.rest.filter((word) => !read.includes(word)).length <= MOST_MISREAD;
}

/** `CHỦ TỊCH NƯỚC CỘNG HÒA…`, `Quốc tịch: CỘNG HÒA…`. */
function belongsTo(before: Word | undefined): boolean {
  return before !== undefined && (before.text.endsWith(':') || foldTones(before.text) === 'NUOC');
}
