/** A signature nobody has: a first stroke, a run of loops or peaks, and a flourish, from a seed. */
import { type Dice, rollDice } from './random.ts';

export function drawSignature(seed: string, ink: string): string {
  const dice = rollDice(`signature ${seed}`);
  const start = { x: dice.between(14, 34), y: dice.between(46, 60) };
  const opening = dice.between(0, 1) < 0.5 ? openWithRing(start, dice) : openWithMast(start, dice);
  const run = writeRun(opening.end, dice);
  const path = [opening.path, run.path, flourish(run.end, dice)].join(' ');
  return `<svg viewBox="0 0 200 100" width="100%" height="100%" aria-hidden="true" fill="none" stroke="${ink}"
    stroke-width="${dice.between(1.5, 2.3).toFixed(2)}" stroke-linecap="round" stroke-linejoin="round" opacity=".92"><path d="${path}"/></svg>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Stroke {
  readonly path: string;
  readonly end: Point;
}

function openWithRing({ x, y }: Point, dice: Dice): Stroke {
  const [wide, tall] = [dice.between(26, 44), dice.between(30, 46)];
  const end = { x: x + wide * 0.9, y: y + dice.between(0, 8) };
  return {
    path: `M${x + wide} ${y - tall * 0.5}C${x + wide * 0.6} ${y - tall * 1.2} ${x - wide * 0.5} ${y - tall * 0.6} ${x} ${y}S${x + wide * 0.8} ${y + tall * 0.3} ${x + wide} ${y - tall * 0.35}S${x + wide * 0.5} ${y - tall * 0.1} ${end.x} ${end.y}`,
    end,
  };
}

function openWithMast({ x, y }: Point, dice: Dice): Stroke {
  const tall = dice.between(34, 52);
  const end = { x: x + dice.between(20, 30), y: y + dice.between(-2, 8) };
  return {
    path: `M${x - 8} ${y - tall * 0.7}Q${x + 6} ${y - tall * 1.2} ${x + 10} ${y - tall}T${x} ${y + 12}C${x - 4} ${y - 4} ${x + 24} ${y - tall * 1.1} ${x + 26} ${y - tall * 0.75}S${x + 8} ${y - tall * 0.2} ${end.x} ${end.y}`,
    end,
  };
}

function writeRun(from: Point, dice: Dice): Stroke {
  const count = Math.round(dice.between(2, 6));
  const roundness = dice.between(0, 1);
  let { x, y } = from;
  const parts: string[] = [];
  for (let letter = 0; letter < count; letter++) {
    const tall = dice.between(7, 24) * (dice.between(0, 1) < 0.2 ? 1.7 : 1);
    const step = dice.between(9, 20);
    const reach = roundness * dice.between(6, 16);
    const top = { x: x + step * 0.55, y: y - tall };
    parts.push(`C${x + reach} ${y - tall * 0.5} ${top.x + reach} ${top.y - 4} ${top.x} ${top.y}`);
    parts.push(`S${x + step - reach * 0.4} ${y - 2} ${x + step} ${y + dice.between(-3, 5)}`);
    x += step;
    y += dice.between(-4, 2);
  }
  return { path: parts.join(''), end: { x, y } };
}

function flourish({ x, y }: Point, dice: Dice): string {
  const back = dice.between(40, 110);
  const kind = dice.between(0, 3);
  if (kind < 1)
    return `C${x + 26} ${y - 24} ${x + 20} ${y + 24} ${x - back} ${y + dice.between(8, 18)}l${back + 24} ${dice.between(-12, -3)}`;
  if (kind < 2)
    return `q14 -12 ${dice.between(26, 40)} ${dice.between(-10, 4)}M${x - back * 0.7} ${y + 16}q${back * 0.5} -14 ${back * 0.9} -9`;
  return `c10 -6 26 -20 22 -32s-16 30 -10 44s20 4 30 -6`;
}
