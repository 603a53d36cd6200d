/** Pages put between those that are there: right after the one that was named, in their own order, whoever comes first. */
import { describe, expect, it } from 'vitest';
import type { PageId } from '../../shared/domain/ids.ts';
import { planBatchPages } from '../../shared/pipeline/corrections/desk-plan.ts';
import { receiveScan } from '../../shared/pipeline/delivery.ts';
import {
  BATCH,
  BIRTH_NOTE,
  DECLARATION,
  digitize,
  dossierNow,
  filesOf,
  LEASE,
  NEXT_PAGE,
  OFFICER,
  pageAt,
  positionOf,
  scan,
} from '../support/dossier-desk.ts';
import { scriptedScan } from '../support/scripted-tasks.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

/** Positions of the scans whose pages are not left out, in the order of paper. */
async function orderAfter(office: TestOffice): Promise<number[]> {
  await carryOn(office);
  await digitize(office, []);
  const { pages } = await dossierNow(office);
  return pages.filter(({ dropped }) => !dropped).map(({ pageId }) => positionOf(pageId));
}

async function openStack(): Promise<TestOffice> {
  const office = await openTestOffice();
  await scan(office, [DECLARATION, BIRTH_NOTE, LEASE]);
  await carryOn(office);
  return office;
}

describe('pages put in after a page', () => {
  it('stand right after it in their order, and belong to its paper', async () => {
    const office = await openStack();
    await scan(office, [NEXT_PAGE, `${NEXT_PAGE} và ký tên`], {
      position: 4,
      after: await pageAt(office, 1),
    });
    expect(await orderAfter(office)).toEqual([1, 4, 5, 2, 3]);
    expect((await filesOf(office))[0]).toEqual(['TO_KHAI_KHAI_SINH', '1,4,5']);
  });

  it.each([
    ['first', [4, 5, 6]],
    ['last', [6, 5, 4]],
    ['second', [5, 4, 6]],
  ])('keep their order when the %s file is taken apart before the others are there', async (_, positions) => {
    const office = await openStack();
    const after = await pageAt(office, 1);
    for (const position of positions) {
      await scan(office, [`${NEXT_PAGE} số ${position}`], { position, after, first: 4 });
      await carryOn(office);
    }
    expect(await orderAfter(office)).toEqual([1, 4, 5, 6, 2, 3]);
  });

  it('of one file stand in the order of the file', async () => {
    const office = await openStack();
    const inserted = { after: await pageAt(office, 1), first: 4 };
    const texts = ['một', 'hai', 'ba'].map((number) => `${NEXT_PAGE} ${number}`);
    const delivered = { batchId: BATCH, position: 4, name: 'all.json', inserted };
    await receiveScan(office, delivered, scriptedScan(...texts));
    await orderAfter(office);
    const pages = (await dossierNow(office)).pages.map(({ pageId }) => pageId);
    const own = pages.filter((pageId) => positionOf(pageId) === 4);
    expect(own).toHaveLength(3);
    expect(own).toEqual([...own].sort());
    expect(pages.indexOf(own[0]!)).toBe(1);
  });

  it('stand nearer to it than those of an earlier act, and than a page that was moved there', async () => {
    const office = await openStack();
    const after = await pageAt(office, 1);
    await scan(office, [NEXT_PAGE], { position: 4, after });
    await carryOn(office);
    const last = { pageId: await pageAt(office, 3), before: await pageAt(office, 4) };
    await planBatchPages(office, { batchId: BATCH, pages: [last] }, OFFICER);
    await scan(office, [`${NEXT_PAGE} và ký tên`], { position: 5, after });
    expect(await orderAfter(office)).toEqual([1, 5, 3, 4, 2]);
  });

  it('stay where they are when that page is scanned again or moved away', async () => {
    const office = await openStack();
    const first = await pageAt(office, 1);
    await scan(office, [NEXT_PAGE], { position: 4, after: first });
    await carryOn(office);
    await scan(office, [DECLARATION], { position: 5, replaces: first });
    await carryOn(office);
    const moved = { pageId: await pageAt(office, 5), before: null };
    expect(await orderAfter(office)).toEqual([5, 4, 2, 3]);
    await planBatchPages(office, { batchId: BATCH, pages: [moved] }, OFFICER);
    expect(await orderAfter(office)).toEqual([4, 2, 3, 5]);
  });

  it('come at the end where no such page is', async () => {
    const office = await openStack();
    await scan(office, [NEXT_PAGE], { position: 4, after: 'b-9.s0001-x.p0001' as PageId });
    expect(await orderAfter(office)).toEqual([1, 2, 3, 4]);
  });
});
