import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { apply, isAffine } from '../../../shared/domain/geometry.ts';
import { decodePicture } from '../../../shared/imaging/codec.ts';
import { findPageOutline } from '../../../shared/imaging/page-outline.ts';
import { findSheet, flattenQuad, guessDpi } from '../../../shared/imaging/sheet.ts';

const CORNERS = [
  { x: 130, y: 90 },
  { x: 1080, y: 140 },
  { x: 1030, y: 1460 },
  { x: 170, y: 1400 },
] as const;

/** A sheet on a brown desk under uneven light, with a dark block and a frame on it. */
async function photograph(corners: readonly { x: number; y: number }[], paper = '#e8e4d8') {
  const points = corners.map((corner) => `${corner.x},${corner.y}`).join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1600">
    <rect width="1200" height="1600" fill="#8a5a40"/><polygon points="${points}" fill="${paper}"/>
    <rect x="300" y="300" width="500" height="30"/><rect x="300" y="500" width="560" height="700" fill="none" stroke="#000" stroke-width="3"/>
    <linearGradient id="light"><stop offset="0" stop-opacity="0"/><stop offset="1" stop-opacity="0.35"/></linearGradient>
    <rect width="1200" height="1600" fill="url(#light)"/></svg>`;
  return decodePicture(new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer()), 1e8);
}

describe('findPageOutline', () => {
  it('finds the corners of a sheet on a desk within four pixels', async () => {
    const quad = findPageOutline(await photograph(CORNERS));
    expect(quad).not.toBeNull();
    for (const [i, corner] of quad!.entries()) {
      expect(Math.hypot(corner.x - CORNERS[i]!.x, corner.y - CORNERS[i]!.y)).toBeLessThan(4);
    }
  });

  it('finds nothing where there is only paper', async () => {
    const all = [
      { x: 0, y: 0 },
      { x: 1200, y: 0 },
      { x: 1200, y: 1600 },
      { x: 0, y: 1600 },
    ];
    expect(findPageOutline(await photograph(all))).toBeNull();
  });
});

describe('findSheet', () => {
  it('lays a photographed sheet flat as A4', async () => {
    const sheet = findSheet(await photograph(CORNERS), null);
    expect(isAffine(sheet.fromImage)).toBe(false);
    expect(sheet.heightPx / sheet.widthPx).toBeCloseTo(Math.SQRT2, 2);
    expect(sheet.dpi).toBeCloseTo(sheet.heightPx / 11.69, 1);
    const corner = apply(sheet.fromImage, CORNERS[2]);
    expect(Math.hypot(corner.x - sheet.widthPx, corner.y - sheet.heightPx)).toBeLessThan(6);
  });

  it('takes a scan as it is', async () => {
    const sheet = findSheet(await photograph(CORNERS), 200);
    expect([sheet.widthPx, sheet.heightPx, sheet.dpi]).toEqual([1200, 1600, 200]);
  });
});

describe('flattenQuad', () => {
  it('carries the four corners onto the rectangle', () => {
    const t = flattenQuad(CORNERS, 800, 1100);
    expect(apply(t, CORNERS[0]).x).toBeCloseTo(0, 6);
    expect(apply(t, CORNERS[1]).x).toBeCloseTo(800, 6);
    expect(apply(t, CORNERS[3]).y).toBeCloseTo(1100, 6);
  });
});

describe('guessDpi', () => {
  it('takes a page for A4 and a picture of a card for a card', () => {
    expect(guessDpi({ widthPx: 1654, heightPx: 2339 })).toBeCloseTo(200, 0);
    expect(guessDpi({ widthPx: 1011, heightPx: 638 })).toBeCloseTo(300, 0);
    expect(guessDpi({ widthPx: 20, heightPx: 20 })).toBe(50);
  });
});
