import { describe, expect, it } from 'vitest';
import { compose, rotation, translation } from '../../../shared/domain/geometry.ts';
import { bitsApart } from '../../../shared/domain/page-likeness.ts';
import type { GreyPicture } from '../../../shared/imaging/picture.ts';
import { judgePage } from '../../../shared/imaging/quality.ts';
import { warp } from '../../../shared/imaging/warp.ts';
import { addGrain, change, drawText, fillBox, PAGE, plainPage } from '../../support/drawn-page.ts';

/** As far as `isSameSheet` lets two scans of one sheet differ. */
const SAME_SHEET_BITS = 14;

function fingerprintOf(picture: GreyPicture): string {
  return judgePage(picture, { dpi: PAGE.dpi, colour: false }).fingerprint;
}

/** A heading, two paragraphs and a picture, different for each seed. */
function draw(seed: number): GreyPicture {
  const page = drawText(plainPage(), { lines: 2, wordsPerLine: 4, left: 200, dotPx: 3, seed });
  drawText(page, { lines: 6 + (seed % 5), top: 240, wordsPerLine: 8 - (seed % 3), seed });
  drawText(page, {
    lines: 5,
    top: 560 + 70 * (seed % 4),
    wordsPerLine: 4,
    left: 100 + 90 * (seed % 3),
    seed: seed + 1,
  });
  fillBox(page, { x: 120 + 120 * (seed % 5), y: 950, width: 110, height: 110 }, 90);
  return page;
}

function scanAgain(page: GreyPicture): GreyPicture {
  const slanted = warp(
    page,
    compose(compose(translation(-437, -620), rotation(1.2)), translation(445, 613)),
    page.widthPx,
    page.heightPx,
    248,
  );
  return addGrain(
    change(slanted, (grey) => grey * 0.9),
    5,
  );
}

describe('takeFingerprint', () => {
  it('repeats for a second scan of the sheet, and seldom for other pages', () => {
    const pages = [2, 3, 5, 8, 9].map(draw);
    const first = pages.map(fingerprintOf);
    const second = pages.map((page) => fingerprintOf(scanAgain(page)));
    for (const [index, print] of first.entries()) {
      expect(bitsApart(print, second[index]!)).toBeLessThanOrEqual(SAME_SHEET_BITS);
    }
    // Chance brings a pair of pages near now and then: their words tell them apart.
    const pairs = first.flatMap((print, index) =>
      first.slice(index + 1).map((other) => bitsApart(print, other)),
    );
    expect(pairs.filter((bits) => bits > SAME_SHEET_BITS).length).toBeGreaterThanOrEqual(0.8 * pairs.length);
  });

  it('does not depend on exposure', () => {
    const page = draw(4);
    expect(
      bitsApart(fingerprintOf(page), fingerprintOf(change(page, (grey) => grey * 0.6))),
    ).toBeLessThanOrEqual(2);
  });
});
