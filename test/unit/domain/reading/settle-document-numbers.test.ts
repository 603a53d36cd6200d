import { describe, expect, it } from 'vitest';
import { settleDocumentNumbers } from '../../../../shared/domain/reading/settle-document-numbers.ts';
import { lineOfText, textOfLine } from './line-of-text.ts';

const settle = (text: string) => settleDocumentNumbers([lineOfText(text)])[0]!;

describe('settleDocumentNumbers', () => {
  it.each([
    ['Nghị định số 4 0/2025/NĐ-CP của', 'Nghị định số 40/2025/NĐ-CP của'],
    ['Quyết định số: 1743/QĐ- BGTVT, của', 'Quyết định số: 1743/QĐ-BGTVT, của'],
    ['tại 79/2024/TT- BCA', 'tại 79/2024/TT-BCA'],
    ['Luật số 64/2025/QH 15, được', 'Luật số 64/2025/QH15, được'],
    ['theo 51/2025/71-BCA', 'theo 51/2025/TT-BCA'],
    ['số 5 1/2025/T1-BCA', 'số 51/2025/TT-BCA'],
  ])('reads %s as %s', (read, meant) => {
    expect(textOfLine(settle(read))).toBe(meant);
  });

  it('keeps what was read, and one box around it', () => {
    expect(settle('số 4 0/2025/NĐ-CP').words[1]).toMatchObject({
      original: '4 0/2025/NĐ-CP',
      repair: 'code',
      box: { x: 28, width: 138 },
    });
  });

  it.each([
    'khoản 4 10/2025/NĐ-CP',
    'số 4 và 10/2025/NĐ-CP',
    'số 4 10/2025',
    'ngày 01/02/2025 - BCA',
    'số 12/TB-UBND ngày',
    'số 12 345/2024/QĐ-UBND',
    'Số: 05/2024/11-HĐTD',
    '71/2025/NĐ-CP',
    'xe 29/2025/Q7-BCA',
  ])('leaves %s alone', (text) => {
    const line = settle(text);
    expect(textOfLine(line)).toBe(text);
    expect(line.words.every((word) => word.original === undefined)).toBe(true);
  });
});
