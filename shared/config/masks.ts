/** Which digits of personal numbers stay readable, out of the settings. */
import type { Masks, Shown } from '../domain/mask-numbers.ts';
import type { Settings } from './settings.ts';

export function masksOf(settings: Pick<Settings, 'citizenIdShown' | 'phoneShown'>): Masks {
  return { citizenId: shownIn(settings.citizenIdShown), phone: shownIn(settings.phoneShown) };
}

/** `3,4`: the first three and the last four. */
function shownIn(digits: string): Shown {
  const [first = 0, last = 0] = digits.split(',').map(Number);
  return { first, last };
}
