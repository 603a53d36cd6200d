import { describe, expect, it } from 'vitest';
import { IDENTITY, quarterTurn, scaling, translation } from '../../../shared/domain/geometry.ts';
import { blankGrey } from '../../../shared/imaging/picture.ts';
import { shrink } from '../../../shared/imaging/shrink.ts';
import { warp } from '../../../shared/imaging/warp.ts';

function noisy(widthPx: number, heightPx: number) {
  const picture = blankGrey(widthPx, heightPx);
  for (let i = 0; i < picture.data.length; i++) picture.data[i] = (i * 97) % 251;
  return picture;
}

describe('warp', () => {
  it('changes nothing by the identity', () => {
    const picture = noisy(17, 9);
    expect(warp(picture, IDENTITY, 17, 9)).toEqual(picture);
  });

  it('moves whole pixels exactly and fills what lies outside', () => {
    const moved = warp(noisy(8, 8), translation(2, 3), 8, 8, 255);
    expect(moved.data[3 * 8 + 2]).toBe(noisy(8, 8).data[0]);
    expect(moved.data[0]).toBe(255);
  });

  it('turns by quarter turns without loss', () => {
    const picture = noisy(6, 4);
    const turned = warp(picture, quarterTurn(90, 6, 4), 4, 6);
    expect(turned.data[0]).toBe(picture.data[3 * 6]);
    expect(warp(turned, quarterTurn(270, 4, 6), 6, 4)).toEqual(picture);
  });

  it('keeps an even grey even when it enlarges', () => {
    expect(new Set(warp(blankGrey(10, 10, 90), scaling(2.5), 25, 25).data)).toEqual(new Set([90]));
  });
});

describe('shrink', () => {
  it('averages squares and drops the remainder', () => {
    const picture = blankGrey(5, 4, 0);
    picture.data.set([10, 20, 0, 0, 9], 0);
    picture.data.set([30, 40, 0, 0, 9], 5);
    const small = shrink(picture, 2);
    expect([small.widthPx, small.heightPx, small.data[0], small.data[1]]).toEqual([2, 2, 25, 0]);
  });

  it('never shrinks to nothing', () => {
    expect(shrink(blankGrey(2, 50, 7), 10)).toEqual({
      data: new Uint8Array(5).fill(7),
      widthPx: 1,
      heightPx: 5,
    });
  });
});
