/** A failure that the API tells, in the language of the console; the API's own words, Vietnamese, where there are no others. */
import { language } from './index.ts';
import { type Problem, problemsEn } from './problems-en.ts';

interface Told {
  readonly code?: string | null;
  readonly message: string;
  readonly remedy?: string;
}

export function tellProblem({ code, message, remedy = '' }: Told): Problem {
  const english = language.get() === 'en' && code ? problemsEn[code] : undefined;
  return english ?? { message, remedy };
}
