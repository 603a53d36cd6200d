/** Text as a pen would set it: words lean, rise and space themselves a little differently each time. */
import { rollDice } from './random.ts';

export interface Hand {
  readonly font: string;
  readonly ink: string;
  readonly sizePt: number;
}

export function writeByHand(text: string, hand: Hand, seed: string): string {
  const dice = rollDice(`${seed}:${text}`);
  const words = text.split(' ').map((word) => {
    const style =
      `display:inline-block;transform:translateY(${(dice.spread() * 0.16).toFixed(2)}mm) rotate(${(dice.spread() * 0.7).toFixed(2)}deg) ` +
      `scale(${(1 + dice.spread() * 0.025).toFixed(3)});margin-right:${(dice.spread() * 0.25).toFixed(2)}mm`;
    return `<span style="${style}">${word}</span>`;
  });
  return `<span data-row style="font-family:'${hand.font}';color:${hand.ink};font-size:${hand.sizePt}pt">${words.join(' ')}</span>`;
}
