import { describe, expect, it } from 'vitest';
import { apply } from '../../../shared/domain/geometry.ts';
import { blankGrey } from '../../../shared/imaging/picture.ts';
import { findTextLines } from '../../../shared/imaging/text-lines.ts';
import { typesetLines } from '../../../shared/imaging/typeset.ts';
import { drawGreyPage } from '../../support/draw-page.ts';

const DPI = 150;
const LINES = ['ĐỘC LẬP TỰ DO', 'hạnh phúc', 'Số 12 đường Mẫu'];

describe('findTextLines', () => {
  it('finds every line once, apart from drawings', async () => {
    const extra = '<circle cx="800" cy="400" r="120" fill="none" stroke="#000" stroke-width="4"/>';
    const { boxes } = findTextLines(await drawGreyPage({ lines: LINES, extra }), DPI);
    expect(boxes).toHaveLength(3);
    const tops = boxes.map((box) => box.y).sort((a, b) => a - b);
    expect(tops[1]! - tops[0]!).toBeGreaterThan(50);
  });

  it('gives marks to the line of their letters', async () => {
    const page = await drawGreyPage({ lines: LINES });
    const { boxes, lineOf } = findTextLines(page, DPI);
    let orphans = 0;
    for (let i = 0; i < lineOf.length; i++) if (page.data[i]! < 60 && lineOf[i] === -1) orphans++;
    expect(orphans).toBe(0);
    expect(new Set(lineOf)).toEqual(new Set([-1, ...boxes.keys()]));
  });

  it('finds pale small print, whole, although what is around it is much darker', async () => {
    const extra =
      '<rect y="500" width="1000" height="200"/><text x="80" y="420" font-size="26" fill="#999">Left index finger</text>';
    const { boxes } = findTextLines(await drawGreyPage({ lines: ['hạnh phúc'], extra }), DPI);
    expect(boxes).toHaveLength(2);
    expect(boxes[1]!.y).toBeGreaterThan(350);
    expect(boxes[1]!.width).toBeGreaterThan(180);
  });

  it('leaves a dark line its letters where the search for pale print sees no line in them', () => {
    const page = blankGrey(400, 200);
    const fill = (x: number, y: number, widthPx: number, heightPx: number, value: number) => {
      for (let row = y; row < y + heightPx; row++)
        page.data.fill(value, row * page.widthPx + x, row * page.widthPx + x + widthPx);
    };
    for (let i = 0; i < 8; i++) fill(60 + 16 * i, 100, 10, 14, 0);
    // Ink has all shades up to about half of white.
    fill(300, 20, 60, 60, 0);
    fill(300, 80, 60, 2, 115);
    // A pale stroke makes the row uneven; right below it stands pale print.
    fill(190, 92, 3, 30, 150);
    for (let i = 0; i < 8; i++) fill(60 + 16 * i, 128, 10, 14, 150);
    const { boxes, lineOf } = findTextLines(page, DPI);
    expect(boxes.map((box) => box.y).sort()).toEqual([100, 128]);
    const ownerAt = (x: number, y: number) => boxes[lineOf[y * page.widthPx + x]!]?.y;
    expect([ownerAt(65, 107), ownerAt(65, 135)]).toEqual([100, 128]);
  });

  it('finds none on an empty page', async () => {
    expect(findTextLines(await drawGreyPage({ lines: [] }), DPI).boxes).toEqual([]);
  });
});

describe('typesetLines', () => {
  it('sets each line in its own row and knows where it came from', async () => {
    const page = await drawGreyPage({ lines: LINES });
    const found = findTextLines(page, DPI);
    const { picture, rows } = typesetLines(page, found, [...found.boxes.keys()]);
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      let left = picture.widthPx;
      for (let y = row.topPx; y < row.bottomPx; y++) {
        for (let x = 0; x < left; x++) if (picture.data[y * picture.widthPx + x]! < 100) left = x;
      }
      const origin = apply(row.toPage, { x: left, y: row.topPx });
      expect(Math.abs(origin.x - found.boxes[row.line]!.x)).toBeLessThan(3);
      expect(origin.y).toBeLessThan(found.boxes[row.line]!.y);
    }
  });

  it('leaves out what is drawn through the line’s room but is not its ink', async () => {
    const extra = '<rect x="60" y="80" width="700" height="5"/>';
    const page = await drawGreyPage({ lines: ['hạnh phúc'], extra });
    const found = findTextLines(page, DPI);
    const { picture } = typesetLines(page, found, [0]);
    const plain = await drawGreyPage({ lines: ['hạnh phúc'] });
    const alone = typesetLines(plain, findTextLines(plain, DPI), [0]);
    const ink = (data: Uint8Array) => data.filter((value) => value < 128).length;
    expect(ink(picture.data)).toBeGreaterThan(500);
    expect(Math.abs(ink(picture.data) - ink(alone.picture.data))).toBeLessThan(60);
  });
});
