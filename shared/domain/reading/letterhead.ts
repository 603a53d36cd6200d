/** Finds the name and the motto of the state, which open the right column of a letterhead (Nghị định 30/2020/NĐ-CP, annex I). */
import { foldTones } from '../fold.ts';
import type { Word } from '../page-text.ts';

const OPENINGS = ['CONG HOA XA HOI CHU NGHIA', 'DOC LAP TU DO HANH PHUC'].map((text) => text.split(' '));
/** Words that may be misread or lost, the first never. */
const MOST_MISREAD = 2;

/** What the left column holds under the agency, if need be after some white. */
const NUMBER_OR_SUBJECT = /^(?:(?:luật )?số\b|v\s?\/\s?v\b|về việc\b)/iu;

/** True of a line that names the paper's number or its subject. */
export function opensNumberOrSubject(words: readonly Word[]): boolean {
  const text = words.slice(0, 3).map((word) => word.text);
  return NUMBER_OR_SUBJECT.test(text.join(' '));
}

/** True where the state's name or its motto begins at `words[at]`. */
export function opensLetterhead(words: readonly Word[], at: number): boolean {
  const read = words
    .slice(at, at + 10)
    .map((word) => foldTones(word.text))
    .filter((text) => text !== '');
  return OPENINGS.some(
    (opening) =>
      read[0] === opening[0] && opening.filter((word) => !read.includes(word)).length <= MOST_MISREAD,
  );
}
