import { describe, expect, it } from 'vitest';
import type { QuarterTurn } from '../../shared/domain/geometry.ts';
import type { PageText } from '../../shared/domain/page-text.ts';
import { DigitizationError } from '../../shared/errors/digitization-error.ts';
import { planBatchPages } from '../../shared/pipeline/corrections/desk-plan.ts';
import { movePages } from '../../shared/pipeline/corrections/move-pages.ts';
import { planPages } from '../../shared/pipeline/corrections/page-plan.ts';
import { answerReview } from '../../shared/pipeline/corrections/review.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { decodeJson } from '../../shared/pipeline/json-bytes.ts';
import { previewBatch } from '../../shared/pipeline/preview.ts';
import { reportDossier } from '../../shared/pipeline/report.ts';
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
  manifestOf,
  NEXT_PAGE,
  OFFICER,
  OTHER,
  openTasks,
  pageAt,
  positionOf,
  scan,
} from '../support/dossier-desk.ts';
import { readPdfText, withPdf } from '../support/read-pdf-text.ts';
import { scriptedScan } from '../support/scripted-tasks.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

async function orderOf(office: TestOffice): Promise<number[]> {
  return (await dossierNow(office)).pages.map(({ pageId }) => positionOf(pageId));
}

describe('a person’s plan of the pages', () => {
  it('puts them into order, and the file follows', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, NEXT_PAGE, `${NEXT_PAGE} và ký tên dưới đây`, BIRTH_NOTE]);
    expect((await filesOf(office))[0]).toEqual(['TO_KHAI_KHAI_SINH', '1,2,3']);
    const pages = await Promise.all([1, 3, 2, 4].map((position) => pageAt(office, position)));
    const plan = { dossierId: CODE, actId: 'a-1', pages: pages.map((pageId) => ({ pageId })) };
    await planPages(office, plan, OFFICER);
    await carryOn(office);
    expect(await orderOf(office)).toEqual([1, 3, 2, 4]);
    expect((await filesOf(office))[0]).toEqual(['TO_KHAI_KHAI_SINH', '1,3,2']);
    // One page was put elsewhere; the others lie as they were delivered.
    const planned = (await office.repository.pagesOf(BATCH)).filter(({ plan }) => plan);
    expect(planned).toHaveLength(1);
    const { report } = await reportDossier(office, await dossierNow(office));
    expect(report.pages.map(({ file }) => file)).toEqual([1, 3, 2, 4].map((n) => `scan-${n}.json`));
  });

  it('drops a page from papers, findings and files, and can take it back', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE, LEASE]);
    const pageId = await pageAt(office, 3);
    await planPages(office, { dossierId: CODE, actId: 'a-1', pages: [{ pageId, dropped: true }] }, OFFICER);
    await carryOn(office);
    expect((await filesOf(office)).map(([type]) => type)).toEqual(['TO_KHAI_KHAI_SINH', 'GIAY_CHUNG_SINH']);
    const dossier = await dossierNow(office);
    expect(dossier.pages[2]).toEqual({ pageId, pageType: 'HOP_DONG_THUE_NHA', paperId: null, dropped: true });
    const { report } = await reportDossier(office, dossier);
    expect(report.pages.map(({ dropped, pdf }) => [dropped, pdf !== undefined])).toEqual([
      [undefined, true],
      [undefined, true],
      [true, false],
    ]);
    expect(await hangingOn(office, CODE)).toHaveLength(2);
    await planPages(office, { dossierId: CODE, actId: 'a-2', pages: [{ pageId, dropped: false }] }, OFFICER);
    await carryOn(office);
    expect(await filesOf(office)).toHaveLength(3);
    expect(await hangingOn(office, CODE)).toHaveLength(3);
  });

  it('assigns pages to papers, which then stay as they are', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, NEXT_PAGE, BIRTH_NOTE]);
    const [second, third] = [await pageAt(office, 2), await pageAt(office, 3)];
    const { papers } = await dossierNow(office);
    const note = papers.find(({ type }) => type === 'GIAY_CHUNG_SINH')!;
    const paper = { key: note.paperId, type: note.type };
    await planPages(office, { dossierId: CODE, actId: 'a-1', pages: [{ pageId: second, paper }] }, OFFICER);
    await carryOn(office);
    expect(await filesOf(office)).toEqual([
      ['TO_KHAI_KHAI_SINH', '1'],
      ['GIAY_CHUNG_SINH', '2,3'],
    ]);
    expect((await dossierNow(office)).papers.map(({ assigned }) => assigned)).toEqual([true, true]);

    await digitize(office, [DECLARATION, NEXT_PAGE, BIRTH_NOTE, LEASE]);
    expect((await filesOf(office)).slice(0, 2)).toEqual([
      ['TO_KHAI_KHAI_SINH', '1'],
      ['GIAY_CHUNG_SINH', '2,3'],
    ]);
    const free = [second, third].map((pageId) => ({ pageId, paper: null }));
    await planPages(office, { dossierId: CODE, actId: 'a-2', pages: free }, OFFICER);
    await carryOn(office);
    expect((await filesOf(office))[0]).toEqual(['TO_KHAI_KHAI_SINH', '1,2']);
  });

  it('turns a page: it is read again the way it stands, and the PDF says upright text', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const pageId = await pageAt(office, 2);
    const turn = (turnDeg: QuarterTurn, actId: string) =>
      planPages(office, { dossierId: CODE, actId, pages: [{ pageId, turnDeg }] }, OFFICER);
    await turn(90, 'a-1');
    // Until it is read again, it stays what it was.
    expect((await dossierNow(office)).papers).toHaveLength(2);
    await carryOn(office);
    const page = (await office.repository.page(pageId))!;
    expect(page).toMatchObject({ state: 'recognized', plan: { rotationDeg: 270, by: OFFICER } });
    const text = decodeJson<PageText>(await office.store.get(page.textKey!));
    expect(text).toMatchObject({ rotationDeg: 270, frame: { widthPx: 1170, heightPx: 827 } });

    const dossier = await dossierNow(office);
    expect(dossier.revision).toBe(2);
    const file = dossier.files.find(({ type, revision }) => type === 'GIAY_CHUNG_SINH' && revision === 2)!;
    const pdf = new Uint8Array(await office.store.get(file.objectKey!));
    expect(await readPdfText(pdf, 1)).toContain('GIẤY CHỨNG SINH');
    const [, , widthPt, heightPt] = await withPdf(pdf, async (document) => (await document.getPage(1)).view);
    expect(widthPt).toBeGreaterThan(heightPt!);

    await turn(90, 'a-2');
    await carryOn(office);
    expect((await dossierNow(office)).revision).toBe(2);
    await turn(0, 'a-3');
    await carryOn(office);
    expect((await office.repository.page(pageId))!.plan!.rotationDeg).toBe(0);
    expect(await dossierNow(office)).toMatchObject({ revision: 3, state: 'digitized' });
  });

  it('that turns a page is worked in when the page is read, however long the reading waits', async () => {
    const faults = { read: [] as DigitizationError[] };
    const office = await openTestOffice(faults);
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    faults.read.push(
      new DigitizationError('engine-unavailable'),
      new DigitizationError('engine-unavailable'),
    );
    const pages = [{ pageId: await pageAt(office, 2), turnDeg: 180 as const }];
    await planPages(office, { dossierId: CODE, actId: 'a-1', pages }, OFFICER);
    await carryOn(office);
    expect(await dossierNow(office)).toMatchObject({ revision: 2, state: 'digitized' });
    expect((await office.repository.batch(BATCH))!.state).toBe('settled');
  });

  it('turns a page that is just being read: what was read the wrong way up is not kept', async () => {
    const office = await openTestOffice();
    await scan(office, [DECLARATION, BIRTH_NOTE]);
    await carryOn(office);
    const pageId = await pageAt(office, 2);
    const run = office.tasks.run.bind(office.tasks);
    let turned = false;
    const busy: TestOffice = {
      ...office,
      tasks: {
        ...office.tasks,
        run: async (name, input, limits) => {
          const answer = await run(name, input, limits);
          if (name === 'read-page' && !turned) {
            turned = true;
            await planBatchPages(office, { batchId: BATCH, pages: [{ pageId, turnDeg: 180 }] }, OFFICER);
          }
          return answer;
        },
      },
    };
    await planBatchPages(office, { batchId: BATCH, pages: [{ pageId, turnDeg: 90 }] }, OFFICER);
    await closeBatch(busy, BATCH);
    await carryOn(busy);
    const page = (await office.repository.page(pageId))!;
    const text = decodeJson<PageText>(await office.store.get(page.textKey!));
    expect([page.state, page.plan!.rotationDeg, text.rotationDeg]).toEqual(['recognized', 180, 180]);
    expect((await dossierNow(office)).state).toBe('digitized');
  });

  it('the same plan twice, or three times at once, is one', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE, LEASE]);
    const pageId = await pageAt(office, 3);
    const plan = { dossierId: CODE, actId: 'a-1', pages: [{ pageId, dropped: true }] };
    await Promise.all([1, 2, 3].map(() => planPages(office, plan, OFFICER)));
    await carryOn(office, { copies: 3 });
    await planPages(office, plan, OFFICER);
    await carryOn(office);
    expect((await office.repository.corrections(CODE))!.acts).toHaveLength(1);
    expect((await dossierNow(office)).revision).toBe(2);
  });

  it('of two people at once changes both their pages', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE, LEASE]);
    const [one, two] = [await pageAt(office, 2), await pageAt(office, 3)];
    await Promise.all([
      planPages(office, { dossierId: CODE, actId: 'a-1', pages: [{ pageId: one, dropped: true }] }, OFFICER),
      planPages(
        office,
        { dossierId: CODE, actId: 'a-2', pages: [{ pageId: two, dropped: true }] },
        COLLEAGUE,
      ),
    ]);
    await carryOn(office);
    expect(await filesOf(office)).toEqual([['TO_KHAI_KHAI_SINH', '1']]);
    expect((await office.repository.corrections(CODE))!.acts).toHaveLength(2);
  });

  it('of more pages than one write takes may be cut short: sent again it ends the same', async () => {
    const office = await openTestOffice();
    await openBatch(office, BATCH, manifestOf(CODE));
    const texts = Array.from({ length: 130 }, (_, index) =>
      index === 0 ? DECLARATION : `${NEXT_PAGE} ${index}`,
    );
    await receiveScan(office, { batchId: BATCH, position: 1, name: 'all.json' }, scriptedScan(...texts));
    await closeBatch(office, BATCH);
    await carryOn(office);
    const { pages } = await dossierNow(office);
    const dropped = pages.slice(10).map(({ pageId }) => ({ pageId, dropped: true }));
    const plan = { dossierId: CODE, actId: 'a-1', pages: dropped };
    let commits = 0;
    const repository = Object.assign(Object.create(office.repository), office.repository, {
      commit: (...writes: Parameters<typeof office.repository.commit>) =>
        ++commits === 2 ? Promise.reject(new Error('cut short')) : office.repository.commit(...writes),
    });
    await expect(planPages({ ...office, repository }, plan, OFFICER)).rejects.toThrow('cut short');
    expect(await office.repository.corrections(CODE)).toBeNull();
    await planPages(office, plan, OFFICER);
    await carryOn(office);
    const dossier = await dossierNow(office);
    expect(dossier.papers.flatMap(({ pageIds }) => pageIds)).toHaveLength(10);
    expect(dossier).toMatchObject({ revision: 2, state: 'digitized' });
  });

  it('knows only pages of the dossier', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const pages = [{ pageId: 'b-9.s0001-0123456789.p1' as never, dropped: true }];
    await expect(planPages(office, { dossierId: CODE, actId: 'a-1', pages }, OFFICER)).rejects.toMatchObject({
      code: 'record-missing',
    });
    const wrong = planPages(office, { dossierId: CODE, actId: '../x', pages: [] }, OFFICER);
    await expect(wrong).rejects.toMatchObject({ code: 'request-invalid' });
  });
});

describe('the desk', () => {
  it('drops, turns and orders pages before there is a dossier', async () => {
    const office = await openTestOffice();
    await scan(office, [BIRTH_NOTE, LEASE, DECLARATION]);
    await carryOn(office);
    const [note, lease, declaration] = await Promise.all([1, 2, 3].map((n) => pageAt(office, n)));
    await planBatchPages(
      office,
      {
        batchId: BATCH,
        pages: [
          { pageId: lease!, dropped: true },
          { pageId: declaration!, before: note! },
          { pageId: note!, turnDeg: 180 },
        ],
      },
      OFFICER,
    );
    await carryOn(office);
    const preview = await previewBatch(office, BATCH);
    expect(preview.dossiers[0]!.papers.map(({ type }) => type)).toEqual([
      'TO_KHAI_KHAI_SINH',
      'GIAY_CHUNG_SINH',
    ]);
    await closeBatch(office, BATCH);
    await carryOn(office);
    expect(await dossierNow(office)).toMatchObject({ revision: 1, state: 'digitized' });
    expect(await filesOf(office)).toEqual([
      ['TO_KHAI_KHAI_SINH', '3'],
      ['GIAY_CHUNG_SINH', '1'],
    ]);
  });

  it('moves one of two pages to the front and back to the end', async () => {
    const office = await openTestOffice();
    await scan(office, [DECLARATION, BIRTH_NOTE]);
    await carryOn(office);
    const order = async () => {
      const [dossier] = (await previewBatch(office, BATCH)).dossiers;
      return dossier!.pages.map(({ pageId }) => positionOf(pageId));
    };
    const [first, pageId] = await Promise.all([pageAt(office, 1), pageAt(office, 2)]);
    await planBatchPages(office, { batchId: BATCH, pages: [{ pageId, before: first }] }, OFFICER);
    expect(await order()).toEqual([2, 1]);
    await planBatchPages(office, { batchId: BATCH, pages: [{ pageId, before: null }] }, OFFICER);
    expect(await order()).toEqual([1, 2]);
  });

  it('takes a page back to the end, and a decision back', async () => {
    const office = await openTestOffice();
    await scan(office, [DECLARATION, BIRTH_NOTE, LEASE]);
    await carryOn(office);
    const first = await pageAt(office, 1);
    const plan = (page: object) =>
      planBatchPages(office, { batchId: BATCH, pages: [{ pageId: first, ...page }] }, OFFICER);
    await plan({ before: null, dropped: true });
    await plan({ dropped: false });
    await closeBatch(office, BATCH);
    await carryOn(office);
    expect(await orderOf(office)).toEqual([2, 3, 1]);
    expect(await filesOf(office)).toHaveLength(3);
  });

  it('puts a better scan into a page’s place: the old one and its findings vanish', async () => {
    const office = await openTestOffice();
    await digitize(office, ['', DECLARATION, BIRTH_NOTE]);
    expect((await dossierNow(office)).findings.map(({ code }) => code)).toEqual(['BLANK_PAGE']);
    const old = await pageAt(office, 1);
    await digitize(office, [LEASE], { position: 9, replaces: old });
    const dossier = await dossierNow(office);
    expect(dossier.findings).toEqual([]);
    expect(await orderOf(office)).toEqual([1, 9, 2, 3]);
    expect(dossier.pages[0]).toMatchObject({ pageId: old, dropped: true });
    expect((await filesOf(office))[0]).toEqual(['HOP_DONG_THUE_NHA', '9']);
  });

  it('keeps the old page until the better scan can be read', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    await scan(office, [BIRTH_NOTE], { position: 9, replaces: await pageAt(office, 2) });
    expect(await filesOf(office)).toHaveLength(2);
    await closeBatch(office, BATCH);
    await carryOn(office);
    expect(await filesOf(office)).toEqual([
      ['TO_KHAI_KHAI_SINH', '1'],
      ['GIAY_CHUNG_SINH', '9'],
    ]);
  });
});

describe('a paper that belongs to another dossier', () => {
  it('goes there with its answers; both are revised and its file leaves the first record', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    await digitize(office, [DECLARATION], { batchId: 'b-2' as typeof BATCH, manifest: manifestOf(OTHER) });
    const note = await pageAt(office, 2);
    const task = (await openTasks(office)).find(({ pageId, field }) => pageId === note && field)!;
    const answer = { dossierId: CODE, reviewId: task.reviewId, actId: 'a-1', value: 'Nam' };
    await answerReview(office, answer, OFFICER);
    await carryOn(office);
    const before = { one: await dossierNow(office), two: await dossierNow(office, OTHER) };
    const hanging = await hangingOn(office, CODE);

    const move = { pageIds: [note], dossierCode: OTHER, actId: 'a-2', reason: 'Nhầm hồ sơ' };
    await Promise.all([movePages(office, move, OFFICER), movePages(office, move, OFFICER)]);
    await carryOn(office);
    const [one, two] = [await dossierNow(office), await dossierNow(office, OTHER)];
    expect([one.revision, two.revision]).toEqual([before.one.revision + 1, before.two.revision + 1]);
    expect(await filesOf(office)).toEqual([['TO_KHAI_KHAI_SINH', '1']]);
    expect((await filesOf(office, OTHER)).map(([type]) => type).sort()).toEqual([
      'GIAY_CHUNG_SINH',
      'TO_KHAI_KHAI_SINH',
    ]);
    expect((await hangingOn(office, CODE)).length).toBe(hanging.length - 1);
    expect(await hangingOn(office, OTHER)).toHaveLength(2);
    const moved = two.papers.find(({ type }) => type === 'GIAY_CHUNG_SINH')!;
    expect(moved.fields.find(({ name }) => name === task.field)).toMatchObject({
      value: 'Nam',
      source: 'person',
    });
    expect((await office.repository.corrections(CODE))!.acts.at(-1)).toMatchObject({
      kind: 'pages-moved-out',
      otherDossierId: OTHER,
      reason: 'Nhầm hồ sơ',
    });

    await movePages(office, { pageIds: [note], dossierCode: CODE, actId: 'a-3' }, OFFICER);
    await carryOn(office);
    expect(await filesOf(office)).toHaveLength(2);
    expect(await hangingOn(office, OTHER)).toHaveLength(1);
  });

  it('is replaced there by a better scan', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const note = await pageAt(office, 2);
    await movePages(office, { pageIds: [note], dossierCode: OTHER, actId: 'a-1' }, OFFICER);
    await carryOn(office);
    await digitize(office, [BIRTH_NOTE], { position: 9, replaces: note });
    expect(await filesOf(office)).toEqual([['TO_KHAI_KHAI_SINH', '1']]);
    expect(await filesOf(office, OTHER)).toEqual([['GIAY_CHUNG_SINH', '9']]);
  });

  it('may go to a dossier that nobody knows yet, and leave nothing behind', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const move = { pageIds: [await pageAt(office, 1)], dossierCode: OTHER, actId: 'a-1' };
    await movePages(office, move, OFFICER);
    await carryOn(office);
    expect(await dossierNow(office, OTHER)).toMatchObject({ revision: 1, state: 'digitized' });
    expect(await dossierNow(office)).toMatchObject({ pages: [], batchIds: [] });
    expect(await hangingOn(office, CODE)).toEqual([]);
    expect(await eventsOf(office, 'dossier-digitized')).toHaveLength(3);
  });

  it('goes nowhere without a well-formed code', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const move = { pageIds: [await pageAt(office, 1)], dossierCode: 'hồ sơ kia', actId: 'a-1' };
    await expect(movePages(office, move, OFFICER)).rejects.toMatchObject({ code: 'request-invalid' });
  });
});
