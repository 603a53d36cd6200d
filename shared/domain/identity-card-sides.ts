/** Tells identity cards, and which side or both a page shows, by codes, machine-readable lines and labels. */
import { compilePhrases, occurs } from './approximate-match.ts';
import { parseIdentityCardCode } from './codes/identity-card-code.ts';
import { isMachineReadableLine } from './codes/machine-readable-zone.ts';
import type { PageLine } from './page-lines.ts';
import type { ReadCode } from './page-text.ts';
import { BACK_LABELS, FRONT_LABELS } from './paper-types/identity-card.ts';

export type CardSide = 'CCCD_FRONT' | 'CCCD_BACK' | 'CCCD_BOTH';

const front = FRONT_LABELS.map(compilePhrases);
const back = BACK_LABELS.map(compilePhrases);
/** Labels that must agree before a page without a code counts as a card. */
const ENOUGH = 3;
/** Cards say little: a page of running text that quotes labels is a form. */
const MOST_WORDS = 260;

export function cardSideOf(lines: readonly PageLine[], codes: readonly ReadCode[]): CardSide | null {
  const text = lines.map((line) => line.squeezed).join('');
  const words = lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  const hasCode = codes.some((code) => parseIdentityCardCode(code.value) !== null);
  if (words > MOST_WORDS && !hasCode) return null;
  const zone = lines.filter((line) => isMachineReadableLine(line.text)).length;
  const frontSigns = countLabels(front, text);
  const backSigns = countLabels(back, text) + 2 * zone;
  // Cards of 2024 carry the code on the back, so it proves a card but neither side.
  if (!hasCode && frontSigns < ENOUGH && backSigns < ENOUGH) return null;
  if (frontSigns >= 2 && backSigns >= ENOUGH) return 'CCCD_BOTH';
  return backSigns > frontSigns ? 'CCCD_BACK' : 'CCCD_FRONT';
}

function countLabels(labels: readonly (typeof front)[number][], text: string): number {
  return labels.filter((phrases) => occurs(phrases, text)).length;
}
