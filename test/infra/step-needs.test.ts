/** Each step gets by with the prefixes that its role is granted, on every way a dossier may take. */
import { describe, expect, it } from 'vitest';
import { needsOf } from '../../infra/function-needs.ts';
import { InlineTaskRunner } from '../../shared/adapters/local/inline-task-runner.ts';
import { type BatchId, type DossierId, pageIdOf } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import { planBatchPages } from '../../shared/pipeline/corrections/desk-plan.ts';
import { withdrawDossier } from '../../shared/pipeline/corrections/officer-acts.ts';
import { closeBatch, nameScan, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { sha256 } from '../../shared/pipeline/hash.ts';
import { pictureKeyOf } from '../../shared/pipeline/object-keys.ts';
import type { StepName } from '../../shared/pipeline/routes.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import type { Tasks } from '../../shared/pipeline/tasks.ts';
import { guardStore } from '../support/faults/guarded-object-store.ts';
import { scriptedScan, scriptedTasks } from '../support/scripted-tasks.ts';
import { carryOn, openTestOffice } from '../support/test-office.ts';

const CODE = 'H12.09-260102-0001' as DossierId;
const BATCH = 'b-1' as BatchId;
const SCAN = { batchId: BATCH, position: 1, name: 'scan.json' };
const LETTER = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã';
const SECRET = 'CÔNG AN TỈNH\nSố: 77/BC-CAT\nTỐI MẬT\nBÁO CÁO\nNội dung kín';
const NEXT_PAGE = 'Phần tiếp theo của báo cáo cũng kín và nói về kho ở phía đông';
const OFFICER = { id: 'binh', name: 'Trần Bình' };

async function openGuarded() {
  const office = await openTestOffice();
  const refused = new Set<string>();
  const officeFor = (step: StepName): Office => {
    const store = guardStore(office.store, needsOf(step), (denial) => refused.add(`${step} ${denial}`));
    return { ...office, store, tasks: new InlineTaskRunner<Tasks>(scriptedTasks(store)) };
  };
  return {
    office,
    refused,
    async deliver(scan: Uint8Array, changes = {}) {
      await openBatch(office, BATCH, manifestSchema.parse({ dossierCode: CODE, ...changes }));
      await receiveScan(office, SCAN, scan);
      await closeBatch(office, BATCH);
      await carryOn(office, { officeFor });
    },
    carryOn: () => carryOn(office, { officeFor }),
  };
}

describe('the rights of each step suffice', () => {
  it('for a dossier that is turned, revised and withdrawn', async () => {
    const { office, refused, deliver, carryOn } = await openGuarded();
    await deliver(scriptedScan(LETTER, ''));
    const [page] = await office.repository.pagesOf(BATCH);
    const turned = [{ pageId: page!.pageId, turnDeg: 90 }] as const;
    await planBatchPages(office, { batchId: BATCH, pages: turned }, OFFICER);
    await carryOn();
    expect(await office.repository.dossier(CODE)).toMatchObject({ state: 'digitized', revision: 2 });
    await withdrawDossier(office, { dossierId: CODE, actId: 'a-1', reason: 'Công dân rút hồ sơ' }, OFFICER);
    await carryOn();
    expect(await office.repository.dossier(CODE)).toMatchObject({ state: 'withdrawn' });
    expect([...refused]).toEqual([]);
  });

  it('for a file that is refused', async () => {
    const { office, refused, deliver } = await openGuarded();
    const bytes = scriptedScan();
    const { scanId } = nameScan(SCAN, sha256(bytes));
    const picture = pictureKeyOf({ batchId: BATCH, pageId: pageIdOf(scanId, 1) });
    await office.store.put(picture, bytes);
    await deliver(bytes);
    expect(await office.store.size(picture)).toBeNull();
    expect(await office.repository.scansOf(BATCH)).toMatchObject([{ state: 'rejected' }]);
    expect([...refused]).toEqual([]);
  });

  it('for a secret that is read on the page, and for the pages behind it', async () => {
    const { office, refused, deliver } = await openGuarded();
    await deliver(scriptedScan(LETTER, SECRET, NEXT_PAGE));
    expect([...refused]).toEqual([]);
    const reasons = (await office.repository.pagesOf(BATCH)).map(({ parkedReason }) => parkedReason);
    expect(reasons).toEqual([undefined, 'secret-paper', 'secret-paper']);
  });

  it('for a secret that only the counter knows, after its file was made', async () => {
    const { office, refused, deliver } = await openGuarded();
    await deliver(scriptedScan(LETTER));
    const [file] = (await office.repository.dossier(CODE))!.files;
    const declared = { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai', secret: true };
    await deliver(scriptedScan(LETTER), { expectedDocuments: [declared] });
    expect([...refused]).toEqual([]);
    expect(await office.store.size(file!.objectKey!)).toBeNull();
  });
});
