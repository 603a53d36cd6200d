import { describe, expect, it } from 'vitest';
import { reviewIdOfField } from '../../shared/domain/review-ids.ts';
import { answerReview } from '../../shared/pipeline/corrections/review.ts';
import { closeBatch } from '../../shared/pipeline/delivery.ts';
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
  MANIFEST,
  OFFICER,
  openTasks,
  STRANGE_PAPER,
  scan,
} from '../support/dossier-desk.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

async function fieldTask(office: TestOffice, field: string) {
  return (await openTasks(office)).find((task) => task.field === field)!;
}

describe('a question about a field', () => {
  it('is asked where a required field was not read, and answered for good', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const task = await fieldTask(office, 'con.hoTen');
    expect(task).toMatchObject({ kind: 'field', value: null, choices: [{ value: 'absent' }] });
    const { reviewId } = task;
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: ' LÊ  VĂN\nCon ' }, OFFICER);
    await carryOn(office);

    const dossier = await dossierNow(office);
    expect(dossier.revision).toBe(2);
    const field = dossier.papers[0]!.fields.find(({ name }) => name === 'con.hoTen');
    expect(field).toMatchObject({ value: 'LÊ VĂN Con', source: 'person', confidence: 100 });
    expect(await fieldTask(office, 'con.hoTen')).toBeUndefined();
    const { report } = await reportDossier(office, dossier);
    expect(report.documents[0]).toMatchObject({
      fields: { 'con.hoTen': 'LÊ VĂN Con' },
      confidence: { 'con.hoTen': 100 },
      sources: { 'con.hoTen': 'person' },
    });
    expect((await office.repository.corrections(CODE))!.acts).toMatchObject([
      { actId: 'a-1', by: OFFICER, at: office.clock.now().toISOString() },
    ]);
    const announced = (await eventsOf(office, 'dossier-digitized')).map(({ data }) => data.revision);
    expect(announced).toEqual([1, 2]);
  });

  it('is written into the file where its metadata say it; the old file is kept', async () => {
    const office = await openTestOffice();
    const before = await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const note = before.papers.find(({ type }) => type === 'GIAY_CHUNG_SINH')!;
    const reviewId = reviewIdOfField(note.pageIds[0]!, 'soKyHieu');
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: '12/GCS-2026' }, OFFICER);
    await carryOn(office);
    const { files } = await dossierNow(office);
    const [old, now] = files.filter(({ type }) => type === 'GIAY_CHUNG_SINH');
    expect([old!.supersededInRevision, now!.revision, now!.state]).toEqual([2, 2, 'assembled']);
    const say = async (key: string) => new TextDecoder('latin1').decode(await office.store.get(key));
    expect(await say(now!.objectKey!)).toContain('12/GCS-2026');
    expect(await say(old!.objectKey!)).not.toContain('12/GCS-2026');
    // The other paper is not touched.
    expect(files.filter(({ type }) => type === 'TO_KHAI_KHAI_SINH')).toHaveLength(1);
  });

  it('is told to the world without a name or a value', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const { reviewId } = await fieldTask(office, 'con.hoTen');
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: 'LÊ VĂN CON' }, OFFICER);
    await carryOn(office);
    const events = await eventsOf(office, 'review-answered');
    expect(events).toMatchObject([
      { dossierCode: CODE, data: { revision: 1, kind: 'field', field: 'con.hoTen', answeredBy: OFFICER.id } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/LÊ VĂN CON|Duyệt/);
    expect(office.logged.join('')).not.toMatch(/LÊ VĂN CON|Duyệt/);
  });

  it('may be answered by “the paper does not say”', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const { reviewId } = await fieldTask(office, 'me.hoTen');
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', choice: 'absent' }, OFFICER);
    await carryOn(office);
    expect(await fieldTask(office, 'me.hoTen')).toBeUndefined();
    expect((await dossierNow(office)).papers[0]!.absent).toEqual(['me.hoTen']);
  });

  it.each([
    { value: '' },
    { value: '   ' },
    { choice: 'confirm' },
    { choice: 'accepted' },
    { value: 'x'.repeat(2_001) },
    {},
  ])('takes no answer like %o', async (answer) => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const { reviewId } = await fieldTask(office, 'con.hoTen');
    const act = answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', ...answer }, OFFICER);
    await expect(act).rejects.toMatchObject({ code: 'answer-invalid' });
    expect(await office.repository.corrections(CODE)).toBeNull();
  });

  it('is not asked of a field that nobody knows', async () => {
    const office = await openTestOffice();
    const dossier = await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const reviewId = `field.${dossier.papers[0]!.pageIds[0]}.khong.co`;
    const act = answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: 'x' }, OFFICER);
    await expect(act).rejects.toMatchObject({ code: 'review-missing' });
  });

  it('stays answered whatever later pages say', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const { reviewId } = await fieldTask(office, 'con.hoTen');
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: 'LÊ VĂN CON' }, OFFICER);
    await carryOn(office);
    await digitize(office, [DECLARATION, BIRTH_NOTE, LEASE]);
    const dossier = await dossierNow(office);
    expect(dossier.papers).toHaveLength(3);
    expect(dossier.papers[0]!.fields.find(({ name }) => name === 'con.hoTen')?.value).toBe('LÊ VĂN CON');
  });
});

describe('a finding', () => {
  it('that is accepted as it is stays in sight and no longer counts', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    expect((await dossierNow(office)).verdict).toBe('needs-review');
    const [missing] = (await openTasks(office)).filter(({ kind }) => kind === 'missing');
    const answer = { dossierId: CODE, reviewId: missing!.reviewId, actId: 'a-1', choice: 'accepted' };
    await expect(answerReview(office, answer, OFFICER)).rejects.toMatchObject({ code: 'answer-invalid' });
    await answerReview(office, { ...answer, note: 'Sẽ nộp bản điện tử.' }, OFFICER);
    await carryOn(office);

    const dossier = await dossierNow(office);
    expect(dossier.verdict).toBe('clean');
    expect(dossier.findings).toMatchObject([
      { code: 'MISSING_REQUIRED', answer: { choice: 'accepted', by: OFFICER, note: 'Sẽ nộp bản điện tử.' } },
    ]);
    const digitized = (await eventsOf(office, 'dossier-digitized')).at(-1)!;
    expect(digitized.data).toMatchObject({ verdict: 'clean', openReviews: [] });
    const { report } = await reportDossier(office, dossier);
    expect(report.findings[0]!.answer).toMatchObject({ choice: 'accepted' });
  });

  it('that is confirmed is not asked again and goes on counting', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const [missing] = (await openTasks(office)).filter(({ kind }) => kind === 'missing');
    const { reviewId } = missing!;
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', choice: 'confirmed' }, OFFICER);
    await carryOn(office);
    expect((await dossierNow(office)).verdict).toBe('needs-review');
    expect((await openTasks(office)).filter(({ kind }) => kind === 'missing')).toEqual([]);
  });
});

describe('a paper without a type', () => {
  it('is given one by a person, keeps it, and its file is made anew', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, STRANGE_PAPER]);
    const [task] = (await openTasks(office)).filter(({ kind }) => kind === 'paper-type');
    expect(task!.choices.map(({ value }) => value)).toContain('GIAY_CHUNG_SINH');
    const { reviewId } = task!;
    await answerReview(
      office,
      { dossierId: CODE, reviewId, actId: 'a-1', choice: 'GIAY_CHUNG_SINH' },
      OFFICER,
    );
    await carryOn(office);
    const dossier = await dossierNow(office);
    expect(await filesOf(office)).toEqual([
      ['TO_KHAI_KHAI_SINH', '1'],
      ['GIAY_CHUNG_SINH', '2'],
    ]);
    expect(dossier.missing).toEqual([]);
    const [before] = dossier.files.filter(({ supersededInRevision }) => supersededInRevision === 2);
    expect(before).toMatchObject({ type: 'KHAC', state: 'assembled' });
    expect(await office.store.size(before!.objectKey!)).toBe(before!.bytes);
    expect((await openTasks(office)).filter(({ kind }) => kind === 'paper-type')).toEqual([]);

    await digitize(office, [DECLARATION, STRANGE_PAPER, LEASE]);
    expect((await filesOf(office)).map(([type]) => type)).toEqual([
      'TO_KHAI_KHAI_SINH',
      'GIAY_CHUNG_SINH',
      'HOP_DONG_THUE_NHA',
    ]);
  });
});

describe('a dossier without a code', () => {
  it('goes where the answer says, with the list that it came with', async () => {
    const office = await openTestOffice();
    const { dossierCode: _unknown, ...manifest } = MANIFEST;
    await digitize(office, [DECLARATION], { manifest });
    const [orphan] = await office.repository.listDossiers(1);
    const { dossierId } = orphan!;
    const request = { dossierId, reviewId: 'orphan', actId: 'a-1' };
    await expect(answerReview(office, { ...request, value: 'không rõ' }, OFFICER)).rejects.toMatchObject({
      code: 'answer-invalid',
    });
    await answerReview(office, { ...request, value: CODE }, OFFICER);
    await carryOn(office);
    expect(await dossierNow(office)).toMatchObject({
      state: 'digitized',
      missing: [{ type: 'GIAY_CHUNG_SINH' }],
    });
    expect(await dossierNow(office, dossierId)).toMatchObject({ state: 'emptied', pages: [] });
    expect(await hangingOn(office, CODE)).toHaveLength(1);
  });
});

describe('answers that cross', () => {
  it('the same act twice is one', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const { reviewId } = await fieldTask(office, 'con.hoTen');
    const request = { dossierId: CODE, reviewId, actId: 'a-1', value: 'LÊ VĂN CON' };
    await Promise.all([1, 2, 3].map(() => answerReview(office, request, OFFICER)));
    await carryOn(office, { copies: 3 });
    await answerReview(office, request, OFFICER);
    await carryOn(office);
    expect((await office.repository.corrections(CODE))!.acts).toHaveLength(1);
    expect(await eventsOf(office, 'review-answered')).toHaveLength(1);
    expect((await dossierNow(office)).revision).toBe(2);
  });

  it('of two people who answer at once, one stands and the other is told', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const { reviewId } = await fieldTask(office, 'con.hoTen');
    const outcomes = await Promise.allSettled([
      answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: 'LÊ VĂN CON' }, OFFICER),
      answerReview(office, { dossierId: CODE, reviewId, actId: 'a-2', value: 'LÊ VĂN CÒN' }, COLLEAGUE),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')!;
    expect(lost.reason).toMatchObject({ code: 'review-answered-already' });
    await carryOn(office);
    const { acts } = (await office.repository.corrections(CODE))!;
    expect(acts).toHaveLength(1);

    const { actId } = acts[0]!;
    const correction = { dossierId: CODE, reviewId, actId: 'a-3', value: 'LÊ VĂN CỒN', replaces: actId };
    await answerReview(office, correction, COLLEAGUE);
    await carryOn(office);
    const [paper] = (await dossierNow(office)).papers;
    expect(paper!.fields.find(({ name }) => name === 'con.hoTen')?.value).toBe('LÊ VĂN CỒN');
    expect((await office.repository.corrections(CODE))!.acts).toHaveLength(2);
  });

  it('two people who answer different questions at once are both heard', async () => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION, BIRTH_NOTE]);
    const [one, two] = [await fieldTask(office, 'con.hoTen'), await fieldTask(office, 'me.hoTen')];
    await Promise.all([
      answerReview(office, { dossierId: CODE, reviewId: one.reviewId, actId: 'a-1', value: 'CON' }, OFFICER),
      answerReview(office, { dossierId: CODE, reviewId: two.reviewId, actId: 'a-2', value: 'MẸ' }, COLLEAGUE),
    ]);
    await carryOn(office);
    const fields = (await dossierNow(office)).papers[0]!.fields.filter(({ source }) => source === 'person');
    expect(fields.map(({ value }) => value).sort()).toEqual(['CON', 'MẸ']);
  });

  it.each([
    ['while a late page is being read', false],
    ['after a late page was read, before the delivery is whole', true],
  ])('an answer that comes %s costs neither', async (_when, isRead) => {
    const office = await openTestOffice();
    await digitize(office, [DECLARATION]);
    const { reviewId } = await fieldTask(office, 'con.hoTen');
    await scan(office, [BIRTH_NOTE], { position: 2 });
    if (isRead) await carryOn(office);
    await answerReview(office, { dossierId: CODE, reviewId, actId: 'a-1', value: 'LÊ VĂN CON' }, OFFICER);
    await carryOn(office);
    // The delivery is open: the dossier has the answer, and the page not yet.
    const between = await dossierNow(office);
    expect(between.papers.map(({ type }) => type)).toEqual(['TO_KHAI_KHAI_SINH']);
    expect(between.pages).toHaveLength(1);
    expect(between.papers[0]!.fields.find(({ name }) => name === 'con.hoTen')?.source).toBe('person');

    await closeBatch(office, BATCH);
    await carryOn(office);
    const after = await dossierNow(office);
    expect(after.papers.map(({ type }) => type)).toEqual(['TO_KHAI_KHAI_SINH', 'GIAY_CHUNG_SINH']);
    expect(after.papers[0]!.fields.find(({ name }) => name === 'con.hoTen')?.source).toBe('person');
    expect(await hangingOn(office, CODE)).toHaveLength(2);
  });
});
