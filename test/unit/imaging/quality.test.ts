import { describe, expect, it } from 'vitest';
import { blankGrey, type GreyPicture } from '../../../shared/imaging/picture.ts';
import { judgePage } from '../../../shared/imaging/quality.ts';
import {
  addGrain,
  change,
  crop,
  drawText,
  fillBox,
  mirror,
  PAGE,
  plainPage,
  smear,
} from '../../support/drawn-page.ts';

function judge(picture: GreyPicture, dpi: number | null = PAGE.dpi) {
  return judgePage(picture, { dpi, colour: false });
}

function faultsOf(picture: GreyPicture, dpi: number | null = PAGE.dpi): string[] {
  const quality = judge(picture, dpi);
  return (['blank', 'blurry', 'dark', 'cutOff'] as const).filter((fault) => quality[fault]);
}

function letter(): GreyPicture {
  return drawText(plainPage(), { lines: 24 });
}

/** Draws `backside` mirrored onto `page` as the paper lets it through. */
function shineThrough(page: GreyPicture, backside: GreyPicture, share: number): GreyPicture {
  const behind = mirror(backside);
  return change(page, (grey, x, y) => grey * (1 - share * (1 - behind.data[y * page.widthPx + x]! / 255)));
}

function layOnDesk(sheet: GreyPicture): GreyPicture {
  const desk = blankGrey(sheet.widthPx + 220, sheet.heightPx + 260, 45);
  for (let y = 0; y < sheet.heightPx; y++) {
    const row = sheet.data.subarray(y * sheet.widthPx, (y + 1) * sheet.widthPx);
    desk.data.set(row, (y + 120) * desk.widthPx + 110);
  }
  return addGrain(desk, 3);
}

function softPicture(): GreyPicture {
  return change(
    plainPage(),
    (_, x, y) => 130 + 60 * Math.sin(x / 37) * Math.cos(y / 51) + 55 * Math.sin(x / 9 + y / 14),
  );
}

describe('judgePage', () => {
  it('finds no fault with a sound page, nor with its grain, grey paper or bilevel copy', () => {
    expect(faultsOf(letter())).toEqual([]);
    expect(faultsOf(addGrain(letter(), 12))).toEqual([]);
    expect(faultsOf(change(letter(), (grey) => grey * 0.7))).toEqual([]);
    expect(faultsOf(change(addGrain(letter(), 5), (grey) => (grey < 140 ? 0 : 255)))).toEqual([]);
  });

  it('keeps what the file says of colour and gives figures that can be stored', () => {
    const quality = judgePage(letter(), { dpi: PAGE.dpi, colour: true });
    expect(quality.colour).toBe(true);
    expect(quality.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(Object.values(quality.figures).every(Number.isFinite)).toBe(true);
  });

  it('goes by the scan that a finer picture shows', () => {
    const quality = judgePage(letter(), { dpi: PAGE.dpi, scannedDpi: 100, colour: true });
    expect(quality.effectiveDpi).toBe(100);
    expect(quality.figures).toEqual(judge(letter()).figures);
  });

  it.each([
    [1, 1],
    [16, 16],
    [3000, 20],
    [20, 3000],
  ])('survives a picture of %d × %d', (widthPx, heightPx) => {
    expect(judge(blankGrey(widthPx, heightPx), 200).blank).toBe(true);
  });

  it('takes a page at 300 dpi in well under a second', () => {
    const large = drawText(blankGrey(2480, 3508, 248), { lines: 40, dotPx: 4, left: 300, top: 340 });
    const started = process.cpuUsage();
    judge(large, 300);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});

describe('a blank page', () => {
  it('may show holes', () => {
    const page = plainPage();
    for (const centre of [150, 450, 750, 1050]) {
      for (let dy = -15; dy <= 15; dy++) {
        const half = Math.round(Math.sqrt(15 * 15 - dy * dy));
        fillBox(page, { x: 60 - half, y: centre + dy, width: 2 * half, height: 1 }, 20);
      }
    }
    expect(faultsOf(page)).toEqual(['blank']);
  });

  it('may show staples, streaks, folds and dirt', () => {
    const page = plainPage(240);
    for (const y of [40, 70]) fillBox(page, { x: 50, y, width: 50, height: 3 }, 70);
    fillBox(page, { x: 500, y: 30, width: 2, height: 1150 }, 60);
    for (let x = 20; x < 850; x += 30) fillBox(page, { x, y: 620, width: 20, height: 2 }, 180);
    for (let speck = 0; speck < 40; speck++)
      fillBox(page, { x: 80 + speck * 17, y: 150 + speck * 23, width: 2, height: 2 }, 60);
    expect(faultsOf(addGrain(page, 3))).toEqual(['blank']);
  });

  it('may lie in a dark border or on a desk', () => {
    const page = plainPage();
    fillBox(page, { x: 840, y: 0, width: 34, height: PAGE.heightPx }, 15);
    fillBox(page, { x: 0, y: 0, width: PAGE.widthPx, height: 12 }, 15);
    expect(faultsOf(page)).toEqual(['blank']);
    expect(faultsOf(layOnDesk(plainPage()), null)).toEqual(['blank']);
  });

  it('may let the print of its other side shine through', () => {
    expect(faultsOf(shineThrough(addGrain(plainPage(245), 3), letter(), 0.14))).toEqual(['blank']);
  });

  it('has not two words, a stamp, a pencil sketch, faint print or a picture', () => {
    const twoWords = drawText(plainPage(), { lines: 1, wordsPerLine: 2 });
    const ring = (radius: number, thickness: number, level: number) =>
      change(plainPage(), (grey, x, y) =>
        Math.abs(Math.hypot(x - 450, y - 800) - radius) < thickness ? level : grey,
      );
    const faint = drawText(plainPage(), { lines: 12, ink: 170 });
    for (const page of [twoWords, ring(65, 3, 120), ring(250, 1, 165), faint, softPicture()]) {
      expect(judge(page).blank).toBe(false);
    }
  });

  it('is never concluded from dots that hide the print', () => {
    const page = drawText(blankGrey(2240, 1600, 230), { lines: 12, dotPx: 4 });
    const halftone = change(page, (grey, x, y) =>
      0.75 * grey + 40 < 128 + 60 * (Math.cos(1.23 * (x + y)) + Math.cos(1.23 * (x - y))) ? 0 : 255,
    );
    expect(judge(halftone, 300).blank).toBe(false);
  });
});

describe('a blurred page', () => {
  it('is out of focus or moved, not merely soft', () => {
    expect(faultsOf(smear(letter(), 1))).toEqual([]);
    expect(faultsOf(smear(letter(), 3))).toEqual(['blurry']);
    expect(faultsOf(smear(letter(), 4, 'across'))).toEqual(['blurry']);
    expect(faultsOf(addGrain(smear(letter(), 3), 5))).toEqual(['blurry']);
  });

  it('is not one whose pixels are coarse and sharp', () => {
    const small = drawText(blankGrey(496, 702, 248), { lines: 30, dotPx: 1, left: 60, top: 60 });
    const scanned = change(small, (grey, x, y) => {
      const beside = x > 0 ? small.data[y * 496 + x - 1]! : grey;
      return (2 * grey + beside) / 3;
    });
    expect(faultsOf(scanned, 50)).toEqual([]);
  });

  it('is not one with sharp letters beside a soft picture, nor a soft picture alone', () => {
    const picture = softPicture();
    const both = change(letter(), (grey, x, y) => (y > 950 ? picture.data[y * PAGE.widthPx + x]! : grey));
    expect(judge(both).blurry).toBe(false);
    expect(judge(picture).blurry).toBe(false);
  });

  it('is not a photograph taken from near, whose letters are large', () => {
    const near = smear(drawText(plainPage(), { lines: 6, wordsPerLine: 2, dotPx: 7, left: 60, top: 150 }), 2);
    expect(judge(near, null).blurry).toBe(false);
  });
});

describe('a dark page', () => {
  it('has paper that no eye takes for white', () => {
    expect(faultsOf(change(letter(), (grey) => grey * 0.5))).toEqual([]);
    expect(
      faultsOf(
        addGrain(
          change(letter(), (grey) => grey * 0.3),
          3,
        ),
      ),
    ).toEqual(['dark']);
    expect(faultsOf(blankGrey(PAGE.widthPx, PAGE.heightPx, 12))).toEqual(['dark']);
  });

  it('is not a bright sheet on a dark desk', () => {
    expect(faultsOf(layOnDesk(letter()), null)).toEqual([]);
  });
});

describe('a page cut off', () => {
  it('loses letters at any of its edges', () => {
    const page = letter();
    expect(faultsOf(crop(page, 117, 0, PAGE.widthPx, PAGE.heightPx))).toEqual(['cutOff']);
    expect(faultsOf(crop(page, 0, 0, 500, PAGE.heightPx))).toEqual(['cutOff']);
    expect(faultsOf(crop(page, 0, 127, PAGE.widthPx, PAGE.heightPx))).toEqual(['cutOff']);
    expect(faultsOf(crop(page, 0, 0, PAGE.widthPx, 807))).toEqual(['cutOff']);
  });

  it('is not one with narrow margins, rules that run out, or shreds of a dark border', () => {
    const page = letter();
    expect(faultsOf(crop(page, 104, 114, PAGE.widthPx, PAGE.heightPx))).toEqual([]);
    fillBox(page, { x: 0, y: 1000, width: PAGE.widthPx, height: 2 }, 20);
    for (let y = 0; y < PAGE.heightPx; y += 90) fillBox(page, { x: 0, y, width: 7, height: 12 }, 25);
    expect(faultsOf(page)).toEqual([]);
  });
});
