import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewIdOfField } from '../../shared/domain/review-ids.ts';
import { requestRescan } from '../../shared/pipeline/corrections/officer-acts.ts';
import { planPages } from '../../shared/pipeline/corrections/page-plan.ts';
import { answerReview } from '../../shared/pipeline/corrections/review.ts';
import { closeBatch } from '../../shared/pipeline/delivery.ts';
import {
  BATCH,
  BIRTH_NOTE,
  CODE,
  COLLEAGUE,
  DECLARATION,
  digitize,
  dossierNow,
  eventsOf,
  filesOf,
  hangingOn,
  LEASE,
  OFFICER,
  pageAt,
  scan,
} from '../support/dossier-desk.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

/** What people may do to a dossier of a declaration, a birth note and a lease, in whatever order. */
const ACTS: Readonly<Record<string, (office: TestOffice) => Promise<void>>> = {
  answer: async (office) => {
    const reviewId = reviewIdOfField(await pageAt(office, 1), 'con.hoTen');
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'answer', value: 'LÊ VĂN CON' }, OFFICER);
  },
  drop: async (office) => {
    const pages = [{ pageId: await pageAt(office, 3), dropped: true }];
    await planPages(office, { dossierId: CODE, actId: 'drop', pages }, COLLEAGUE);
  },
  turn: async (office) => {
    const pages = [{ pageId: await pageAt(office, 1), turnDeg: 180 as const }];
    await planPages(office, { dossierId: CODE, actId: 'turn', pages }, OFFICER);
  },
  askForScan: async (office) => {
    const pageId = await pageAt(office, 2);
    await requestRescan(office, { dossierId: CODE, actId: 'ask', pageId, reason: 'Mờ' }, COLLEAGUE);
  },
  scanAgain: async (office) => {
    await scan(office, [BIRTH_NOTE], { position: 8, replaces: await pageAt(office, 2) });
    await closeBatch(office, BATCH);
  },
};

describe('what people do, in any order and said three times', () => {
  it('ends the same', async () => {
    const names = Object.keys(ACTS);
    const orders = fc.shuffledSubarray(names, { minLength: names.length });
    await fc.assert(
      fc.asyncProperty(
        orders,
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        async (order, waits) => {
          // A page that is there no more cannot be asked for again.
          fc.pre(order.indexOf('askForScan') < order.indexOf('scanAgain'));
          const office = await openTestOffice();
          await digitize(office, [DECLARATION, BIRTH_NOTE, LEASE]);
          for (const [index, name] of order.entries()) {
            await Promise.all([1, 2, 3].map(() => ACTS[name]!(office)));
            if (waits[index]) await carryOn(office, { copies: 3 });
          }
          await carryOn(office, { copies: 3 });

          const dossier = await dossierNow(office);
          expect(dossier).toMatchObject({ state: 'digitized', verdict: 'clean' });
          expect(await filesOf(office)).toEqual([
            ['TO_KHAI_KHAI_SINH', '1'],
            ['GIAY_CHUNG_SINH', '8'],
          ]);
          const field = dossier.papers[0]!.fields.find(({ name }) => name === 'con.hoTen');
          expect(field).toMatchObject({ value: 'LÊ VĂN CON', source: 'person' });
          expect((await office.repository.page(await pageAt(office, 1)))!.plan!.rotationDeg).toBe(180);
          expect((await office.repository.corrections(CODE))!.acts).toHaveLength(4);
          expect(await hangingOn(office, CODE)).toHaveLength(2);
          expect(await eventsOf(office, 'review-answered')).toHaveLength(1);
          const announced = (await eventsOf(office, 'dossier-digitized')).map(({ data }) => data.revision);
          expect(new Set(announced).size).toBe(announced.length);
          expect(announced.at(-1)).toBe(dossier.revision);
          expect(await office.queue.deadLetters(1)).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  });
});
