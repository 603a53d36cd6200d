import { describe, expect, it } from 'vitest';
import { handlingOf } from '../../shared/domain/corrections.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import { movePages } from '../../shared/pipeline/corrections/move-pages.ts';
import {
  acceptDossier,
  draftSupplement,
  escalateReview,
  requestRescan,
  requestSupplement,
  withdrawDossier,
} from '../../shared/pipeline/corrections/officer-acts.ts';
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
  manifestOf,
  OFFICER,
  OTHER,
  openTasks,
  pageAt,
  scan,
} from '../support/dossier-desk.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

const SUPERIOR = { id: 'lanh-dao-01', name: 'Phạm Văn Trưởng' };

async function handling(office: TestOffice) {
  return handlingOf(await office.repository.corrections(CODE), (await dossierNow(office)).revision);
}

describe('a withdrawal', () => {
  it('takes the files off the record, tells the world once and erases nothing', async () => {
    const office = await openTestOffice();
    const before = await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const request = { dossierId: CODE, actId: 'a-1', reason: 'Người nộp xin rút.' };
    await Promise.all([1, 2, 3].map(() => withdrawDossier(office, request, OFFICER)));
    await carryOn(office, { copies: 3 });

    const dossier = await dossierNow(office);
    expect(dossier).toMatchObject({
      state: 'withdrawn',
      revision: 2,
      papers: before.papers,
      files: before.files,
    });
    expect(await hangingOn(office, CODE)).toEqual([]);
    expect((await office.repository.attachments(CODE))!.documents).toHaveLength(2);
    for (const file of dossier.files) expect(await office.store.size(file.objectKey!)).toBe(file.bytes);
    const events = await eventsOf(office, 'dossier-withdrawn');
    expect(events).toMatchObject([
      { dossierCode: CODE, data: { revision: 2, tepDinhKemIds: before.files.map(({ fileId }) => fileId) } },
    ]);
    expect(JSON.stringify(events)).not.toContain('xin rút');
    expect(await openTasks(office)).toEqual([]);
  });

  it('is final: nothing more is done to the dossier, and late pages are kept without a word', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const pageId = await pageAt(office, 1);
    const request = { dossierId: CODE, actId: 'a-1', reason: 'Người nộp xin rút.' };
    await withdrawDossier(office, request, OFFICER);
    await carryOn(office);
    const again = { dossierId: CODE, actId: 'a-2', reason: 'x' };
    const acts = [
      () => withdrawDossier(office, again, OFFICER),
      () => acceptDossier(office, again, OFFICER),
      () => requestSupplement(office, again, OFFICER),
      () => requestRescan(office, { ...again, pageId }, OFFICER),
      () => escalateReview(office, { ...again, to: SUPERIOR }, OFFICER),
      () => planPages(office, { ...again, pages: [{ pageId, dropped: true }] }, OFFICER),
      () => answerReview(office, { ...again, reviewId: 'finding.MISSING_REQUIRED.GIAY_CHUNG_SINH' }, OFFICER),
      () => movePages(office, { pageIds: [pageId], dossierCode: OTHER, actId: 'a-2' }, OFFICER),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: 'dossier-is-withdrawn' });

    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    expect(await dossierNow(office)).toMatchObject({ state: 'withdrawn' });
    expect((await dossierNow(office)).pages).toHaveLength(2);
    expect(await hangingOn(office, CODE)).toEqual([]);
    expect(await eventsOf(office, 'dossier-digitized')).toHaveLength(1);
    expect(await eventsOf(office, 'dossier-withdrawn')).toHaveLength(1);
  });

  it('that crosses the last file wins: the files do not come back', async () => {
    const office = await openTestOffice();
    await scan(office, [DECLARATION, BIRTH_NOTE]);
    await closeBatch(office, BATCH);
    const run = office.tasks.run.bind(office.tasks);
    let withdrawn = false;
    const busy: TestOffice = {
      ...office,
      tasks: {
        ...office.tasks,
        run: async (name, input, limits) => {
          if (name === 'assemble-file' && !withdrawn) {
            withdrawn = true;
            await withdrawDossier(office, { dossierId: CODE, actId: 'a-1', reason: 'Rút.' }, OFFICER);
          }
          return run(name, input, limits);
        },
      },
    };
    await carryOn(busy);
    expect(await dossierNow(office)).toMatchObject({ state: 'withdrawn' });
    expect(await hangingOn(office, CODE)).toEqual([]);
  });
});

describe('a request for a supplement', () => {
  it('says what is missing, is told once, and cannot be made twice', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const draft = await draftSupplement(office, CODE);
    expect(draft).toContain('PHIẾU YÊU CẦU BỔ SUNG');
    expect(draft).toContain('1. Bổ sung: GIAY_CHUNG_SINH.');
    const request = { dossierId: CODE, actId: 'a-1', text: `${draft}\nHạn: 10 ngày.` };
    await Promise.all([
      requestSupplement(office, request, OFFICER),
      requestSupplement(office, request, OFFICER),
    ]);
    await carryOn(office, { copies: 2 });
    expect(await handling(office)).toBe('supplement-requested');
    const events = await eventsOf(office, 'supplement-requested');
    expect(events).toMatchObject([
      {
        data: {
          revision: 1,
          missing: [{ loaiGiayTo: 'GIAY_CHUNG_SINH' }],
          findings: [],
          requestedBy: OFFICER.id,
        },
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('Hạn');
    const { acts } = (await office.repository.corrections(CODE))!;
    expect(acts).toMatchObject([
      { kind: 'supplement-requested', text: expect.stringContaining('Hạn: 10 ngày.') },
    ]);
    const second = requestSupplement(office, { dossierId: CODE, actId: 'a-2' }, COLLEAGUE);
    await expect(second).rejects.toMatchObject({ code: 'supplement-requested-already' });
    expect((await dossierNow(office)).revision).toBe(1);

    const escalation = { dossierId: CODE, actId: 'a-3', to: SUPERIOR, reason: 'Cần bổ sung lần hai.' };
    await escalateReview(office, escalation, COLLEAGUE);
    expect(await handling(office)).toBe('escalated');
  });

  it('of two officers at once is made once', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const outcomes = await Promise.allSettled([
      requestSupplement(office, { dossierId: CODE, actId: 'a-1' }, OFFICER),
      requestSupplement(office, { dossierId: CODE, actId: 'a-2' }, COLLEAGUE),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await carryOn(office);
    expect(await eventsOf(office, 'supplement-requested')).toHaveLength(1);
  });

  it('is answered by another delivery: the next revision is whole', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    await requestSupplement(office, { dossierId: CODE, actId: 'a-1' }, OFFICER);
    office.clock.advance(86_400_000);
    await digitize(office, [BIRTH_NOTE], { batchId: 'b-2' as BatchId, manifest: manifestOf(CODE) });
    const dossier = await dossierNow(office);
    expect(dossier).toMatchObject({ revision: 2, missing: [], batchIds: [BATCH, 'b-2'] });
    expect(await handling(office)).toBe('open');
    expect(await hangingOn(office, CODE)).toHaveLength(2);
  });
});

describe('a request for a better scan', () => {
  it('holds the dossier, is told to the office without the officer’s words, and ends with the new page', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const pageId = await pageAt(office, 2);
    const request = { dossierId: CODE, actId: 'a-1', pageId, reason: 'Con dấu của bà Mẫu bị mờ.' };
    await requestRescan(office, request, OFFICER);
    await carryOn(office);
    expect(await dossierNow(office)).toMatchObject({
      state: 'awaiting-rescan',
      verdict: 'rescan',
      findings: [{ code: 'RESCAN_REQUESTED', pageId }],
    });
    const told = await eventsOf(office, 'rescan-requested');
    expect(told).toMatchObject([{ data: { revision: 2, pages: [{ pageId, code: 'RESCAN_REQUESTED' }] } }]);
    expect(JSON.stringify(told)).not.toContain('bà Mẫu');
    expect(await hangingOn(office, CODE)).toHaveLength(2);

    await digitize(office, [BIRTH_NOTE], { position: 7, replaces: pageId });
    expect(await dossierNow(office)).toMatchObject({ state: 'digitized', verdict: 'clean', findings: [] });
    expect(await filesOf(office)).toEqual([
      ['TO_KHAI_KHAI_SINH', '1'],
      ['GIAY_CHUNG_SINH', '7'],
    ]);
    expect(await hangingOn(office, CODE)).toHaveLength(2);
  });

  it('needs a page of the dossier and a reason', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const request = { dossierId: CODE, actId: 'a-1', pageId: await pageAt(office, 1), reason: ' ' };
    await expect(requestRescan(office, request, OFFICER)).rejects.toMatchObject({ code: 'request-invalid' });
    const other = requestRescan(office, { ...request, pageId: 'x' as never, reason: 'Mờ' }, OFFICER);
    await expect(other).rejects.toMatchObject({ code: 'record-missing' });
  });
});

describe('an acceptance', () => {
  it('holds for the revision that was seen, and changes nothing of it', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    await acceptDossier(office, { dossierId: CODE, actId: 'a-1' }, OFFICER);
    await carryOn(office);
    expect([await handling(office), (await dossierNow(office)).revision]).toEqual(['accepted', 1]);
    await digitize(office, [DECLARATION, BIRTH_NOTE, LEASE]);
    expect([await handling(office), (await dossierNow(office)).revision]).toEqual(['open', 2]);
  });
});

describe('acts on a dossier that is not there', () => {
  it('are refused', async () => {
    const office = await openTestOffice();
    const act = withdrawDossier(office, { dossierId: CODE, actId: 'a-1', reason: 'x' }, OFFICER);
    await expect(act).rejects.toMatchObject({ code: 'record-missing' });
    expect(await office.repository.corrections(CODE)).toBeNull();
  });
});
