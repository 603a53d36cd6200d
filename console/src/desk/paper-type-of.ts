/** The paper type that a component of a procedure is expected as. */
import { foldTones } from '../../../shared/domain/fold.ts';
import type { Component } from '../http/answers.ts';

/** Its own type where the house knows one, else its name without marks: `GIAY_UY_QUYEN`. */
export function paperTypeOf({ type, name }: Pick<Component, 'type' | 'name'>): string {
  if (type && type !== 'KHAC') return type;
  const folded = foldTones(name.replace(/\(.*?\)/g, ''))
    .replace(/ /g, '_')
    .replace(/^\d+_?/, '')
    .slice(0, 60);
  return folded.length > 1 ? folded : 'KHAC';
}
