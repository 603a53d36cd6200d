import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../../shared/domain/group-pages.ts';
import { inPrintedOrder } from '../../../shared/domain/page-sequence.ts';
import type { PageSigns } from '../../../shared/domain/page-typing.ts';
import { pageOf } from './page-of.ts';

/** Of one print; two pages are the same sheet when their fingerprints differ in few bits. */
function readPage(number: number, fingerprint: string): ReadPage {
  const facts = pageOf('Nội dung của trang này chỉ để thử', { id: `p${number}`, quality: { fingerprint } });
  return { number, facts, signs: { own: null, numbering: null } as PageSigns };
}

describe('the order of a paper’s pages', () => {
  it('has each page once, also where a sheet is like two that are not like each other', () => {
    const pages = [
      readPage(1, '0000000000000000'),
      readPage(2, 'fffff00000000000'),
      readPage(3, 'ff80000000000000'),
      readPage(4, '7ff8000000000000'),
    ];
    expect(inPrintedOrder(pages).map(({ number }) => number)).toEqual([1, 3, 4, 2]);
  });
});
