import { describe, expect, it } from 'vitest';
import { measureSlant } from '../../../shared/imaging/deskew.ts';
import { findLetters } from '../../../shared/imaging/letters.ts';
import { guessTurn, measureSkew } from '../../../shared/imaging/orientation.ts';
import { blankGrey } from '../../../shared/imaging/picture.ts';
import { drawGreyPage } from '../../support/draw-page.ts';

describe('slant of text lines', () => {
  it.each([-4.7, -1.3, 0, 0.4, 2.5])('recovers a slant of %d degrees within a tenth', async (slantDeg) => {
    const { alone: page } = findLetters(await drawGreyPage({ slantDeg }), 120);
    expect(Math.abs(measureSkew(page, 0) - slantDeg)).toBeLessThan(0.1);
  });

  it('is the same whichever way the page is turned', async () => {
    for (const turn of [0, 90, 180, 270] as const) {
      const { alone: page } = findLetters(await drawGreyPage({ slantDeg: 1.5 }, turn), 120);
      expect(Math.abs(measureSkew(page, turn) - 1.5)).toBeLessThan(0.1);
    }
  });

  it('is 0 on white and on black', () => {
    expect(measureSlant(blankGrey(300, 300), 'lower', 8, 0.02)).toEqual({ deg: 0, sharpness: 0 });
    expect(measureSlant(blankGrey(300, 300, 0), 'lower', 8, 0.02)).toEqual({ deg: 0, sharpness: 0 });
  });
});

describe('guessTurn', () => {
  it.each([0, 180])('sees lines along a page turned by %d', async (turn) => {
    const guess = guessTurn(findLetters(await drawGreyPage({}, turn), 120).alone);
    expect(guess.turns.slice(0, 2).sort()).toEqual([0, 180]);
    expect(guess.axisRatio).toBeGreaterThan(2);
  });

  it.each([90, 270])('sees lines across a page turned by %d', async (turn) => {
    const guess = guessTurn(findLetters(await drawGreyPage({}, turn), 120).alone);
    expect(guess.turns.slice(0, 2).sort()).toEqual([270, 90]);
    expect(guess.axisRatio).toBeGreaterThan(2);
  });

  it('keeps the delivered way up when nothing is known', () => {
    expect(guessTurn(blankGrey(300, 300)).turns[0]).toBe(0);
  });
});
