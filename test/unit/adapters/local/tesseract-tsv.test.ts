import { describe, expect, it } from 'vitest';
import { parseTesseractTsv } from '../../../../shared/adapters/local/tesseract-tsv.ts';

const HEADER =
  'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';

describe('parseTesseractTsv', () => {
  it('gathers words into lines, composed, without empty ones', () => {
    const lines = parseTesseractTsv(
      [
        HEADER,
        '4\t1\t1\t1\t1\t0\t10\t20\t90\t30\t-1\t',
        `5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t96.5\t${'Tiếng'.normalize('NFD')}`,
        '5\t1\t1\t1\t1\t2\t60\t22\t40\t28\t91\tViệt',
        '5\t1\t1\t1\t2\t1\t10\t60\t5\t5\t95\t ',
        '5\t1\t1\t1\t3\t1\t10\t90\t50\t30\t-1\tcuối',
      ].join('\n'),
    );
    expect(lines.map((line) => line.words.map((word) => word.text))).toEqual([['Tiếng', 'Việt'], ['cuối']]);
    expect(lines[0]!.box).toEqual({ x: 10, y: 20, width: 90, height: 30 });
    expect(lines[0]!.words[0]!.confidence).toBe(96.5);
    expect(lines[1]!.words[0]!.confidence).toBe(0);
  });

  it('gives letters that Vietnamese has for those that only look like them', () => {
    const [line] = parseTesseractTsv(
      [
        HEADER,
        '5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t96\t11\u2044ÐK',
        '5\t1\t1\t1\t1\t2\t60\t20\t40\t30\t96\tðất',
      ].join('\n'),
    );
    expect(line!.words.map((word) => word.text)).toEqual(['11/ĐK', 'đất']);
  });

  it('takes an empty answer', () => {
    expect(parseTesseractTsv(HEADER)).toEqual([]);
    expect(parseTesseractTsv('')).toEqual([]);
  });
});
