import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BatchId, DossierId, PageId } from '../../shared/domain/ids.ts';
import { manifestSchema } from '../../shared/domain/manifest.ts';
import type { PageText } from '../../shared/domain/page-text.ts';
import { closeBatch, openBatch, receiveScan } from '../../shared/pipeline/delivery.ts';
import { decodeJson, encodeJson } from '../../shared/pipeline/json-bytes.ts';
import { loadSearchEntry } from '../../shared/pipeline/load-search-entry.ts';
import { quarantinePage } from '../../shared/pipeline/quarantine.ts';
import { reportDossier } from '../../shared/pipeline/report.ts';
import { sampleLine } from '../support/sample-paper.ts';
import { scriptedScan } from '../support/scripted-tasks.ts';
import { carryOn, openTestOffice, type TestOffice } from '../support/test-office.ts';

const CODE = 'H12.09-260102-0001' as DossierId;
const BATCH = 'b-1' as BatchId;
const LETTER = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân xã';
const SECRET = 'CÔNG AN TỈNH\nSố: 77/BC-CAT\nTỐI MẬT\nBÁO CÁO\nNội dung tuyệt đối kín số bảy bảy';
const NEXT_PAGE = 'Phần tiếp theo của báo cáo cũng kín và nói về kho tám tám ở phía đông';

async function deliver(office: TestOffice, pages: readonly string[], changes = {}) {
  const manifest = manifestSchema.parse({ dossierCode: CODE, ...changes });
  await openBatch(office, BATCH, manifest);
  const scan = { batchId: BATCH, position: 1, name: 'scan.json' };
  await receiveScan(office, scan, scriptedScan(...pages));
  await closeBatch(office, BATCH);
  await carryOn(office);
  return (await office.repository.dossier(CODE))!;
}

/** Keys of all objects that hold the words. */
async function keysHolding(office: TestOffice, words: string): Promise<string[]> {
  const entries = await readdir(office.objectsFolder, { recursive: true, withFileTypes: true });
  const keys: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // The test's scanner keeps its script beside the picture.
    if (path.endsWith('.script')) continue;
    if ((await readFile(path, 'utf8')).includes(words))
      keys.push(path.slice(office.objectsFolder.length + 1));
  }
  return keys;
}

const recordsOf = async (office: TestOffice) =>
  JSON.stringify([
    await office.repository.dossier(CODE),
    await office.repository.batch(BATCH),
    await office.repository.pagesOf(BATCH),
    await office.publisher.journal(1_000),
    office.logged,
  ]);

describe('a paper with a state secret', () => {
  it('leaves no text, picture or file, and tells the named person once a page', async () => {
    const office = await openTestOffice();
    const dossier = await deliver(office, [LETTER, SECRET, NEXT_PAGE]);

    expect(dossier.findings.map(({ code }) => code)).toEqual(['SECRET_PAPER']);
    expect(dossier.verdict).toBe('needs-review');
    expect(dossier.files.map(({ type }) => type)).toEqual(['TO_KHAI_KHAI_SINH']);
    for (const words of ['bảy bảy', 'tám tám']) {
      const keys = await keysHolding(office, words);
      expect(keys.every((key) => key.startsWith('quarantine/originals/'))).toBe(true);
      expect(await recordsOf(office)).not.toContain(words);
    }
    const events = (await office.publisher.journal(1_000)).filter(
      ({ eventType }) => eventType === 'secret-paper-found',
    );
    expect(events.map(({ data }) => data.pageNumber)).toEqual([2, 3]);
    expect(events[0]?.data.contact).toContain('bảo vệ bí mật');

    const pages = await office.repository.pagesOf(BATCH);
    expect(pages.map(({ parkedReason }) => parkedReason)).toEqual([
      undefined,
      'secret-paper',
      'secret-paper',
    ]);
    for (const page of pages.slice(1)) {
      expect(await office.store.size(page.image.objectKey)).toBeNull();
      expect(await office.store.size(`quarantine/${page.image.objectKey}`)).toBeGreaterThan(0);
    }
    const [scan] = await office.repository.scansOf(BATCH);
    expect(scan?.objectKey).toMatch(/^quarantine\/originals\//);
    expect(await office.store.size(scan!.objectKey!)).toBeGreaterThan(0);

    const { report } = await reportDossier(office, dossier);
    expect(JSON.stringify(report)).not.toMatch(/bảy bảy|tám tám/);
  });

  it('is not found by what it says, even if it is indexed before its text is gone', async () => {
    const office = await openTestOffice();
    const dossier = await deliver(office, [LETTER, SECRET, NEXT_PAGE]);
    const [first, , last] = await office.repository.pagesOf(BATCH);
    const text = decodeJson<PageText>(await office.store.get(first!.textKey!));
    const told = { ...text, lines: [sampleLine(100, 100, NEXT_PAGE)] };
    await office.store.put(last!.textKey!, encodeJson(told));
    const entry = await loadSearchEntry(office, dossier);
    expect(entry.text).toContain('Kính gửi');
    expect(entry.text).not.toContain('tám tám');
  });

  it('is withdrawn as well when only the counter knows, with the file that was made before', async () => {
    const office = await openTestOffice();
    const before = await deliver(office, [LETTER]);
    const [file] = before.files;
    expect(await office.store.size(file!.objectKey!)).toBeGreaterThan(0);

    const declared = { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai', secret: true };
    const after = await deliver(office, [LETTER], { expectedDocuments: [declared] });
    expect(after.revision).toBe(2);
    expect(after.files.map(({ supersededInRevision }) => supersededInRevision)).toEqual([2]);
    expect(await office.store.size(file!.objectKey!)).toBeNull();
    expect(after.skipped).toMatchObject([{ reason: 'state-secret' }]);
    expect(await keysHolding(office, 'Kính gửi')).toEqual([
      expect.stringMatching(/^quarantine\/originals\//),
    ]);
  });

  it('stays where it is however often it is withdrawn', async () => {
    const office = await openTestOffice();
    await deliver(office, [LETTER, SECRET]);
    const page = (await office.repository.pagesOf(BATCH))[1]!;
    const cause = { id: 'again', type: 'page-received', at: '', cause: null, dossierCode: null, body: {} };
    await quarantinePage(office, page.pageId as PageId, cause as never);
    await carryOn(office);
    expect(await office.store.size(`quarantine/${page.image.objectKey}`)).toBeGreaterThan(0);
    const events = await office.publisher.journal(1_000);
    expect(events.filter(({ eventType }) => eventType === 'secret-paper-found')).toHaveLength(1);
  });
});
