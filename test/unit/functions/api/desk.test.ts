/** The scanning desk over HTTP: opened once, filled, judged, handed over whole or with a reason; practice stays practice. */
import { describe, expect, it } from 'vitest';
import type { BatchId } from '../../../../shared/domain/ids.ts';
import { type ApiDesk, OFFICE, openApiDesk, requestBy } from '../../../support/api-desk.ts';
import { scriptedScan } from '../../../support/scripted-tasks.ts';
import { carryOn } from '../../../support/test-office.ts';
import { type Send, uploadFile } from '../../../support/upload-client.ts';

const MANIFEST = {
  dossierCode: 'h12.09–261102–0007',
  procedureCode: '1.001193',
  expectedDocuments: [
    { type: 'TO_KHAI_KHAI_SINH', name: 'Tờ khai đăng ký khai sinh' },
    { type: 'GIAY_CHUNG_SINH', name: 'Giấy chứng sinh' },
  ],
  receivingPostOffice: { code: '999999', name: 'Bưu cục Rạch Gốc' },
};

async function openBatch({ ask }: ApiDesk, extra: object = {}): Promise<BatchId> {
  const answer = await ask('clerk', 'POST', '/api/batches', { manifest: MANIFEST, ...extra });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { batchId: BatchId }).batchId;
}

function sender({ url }: ApiDesk): Send {
  return (path, init) => {
    const base = requestBy('clerk', init.method!);
    return fetch(url + path, {
      ...base,
      ...init,
      headers: { ...base.headers, ...init.headers },
    } as RequestInit);
  };
}

const upload = (desk: ApiDesk, batchId: BatchId, position: number, ...pages: string[]) =>
  uploadFile(sender(desk), batchId, { position, name: `${position}.pdf`, bytes: scriptedScan(...pages) });

// biome-ignore lint/suspicious/noExplicitAny: what the console sees is JSON, and each test says what it expects of it.
async function view({ ask }: ApiDesk, batchId: BatchId): Promise<any> {
  return (await ask('clerk', 'GET', `/api/batches/${batchId}`)).json();
}

describe('a batch at the desk', () => {
  it('is opened once however often the draft is sent, for the clerk’s own office', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk, { draftId: 'draft-0001' });
    expect(await openBatch(desk, { draftId: 'draft-0001' })).toBe(batchId);
    expect(await openBatch(desk, { draftId: 'draft-0002' })).not.toBe(batchId);
    expect(await desk.office.repository.batch(batchId)).toMatchObject({
      officeCode: OFFICE,
      createdBy: { id: 'hoa', name: 'Lê Thị Hoa' },
      manifest: {
        dossierCode: 'H12.09-261102-0007',
        receivingPostOffice: { code: OFFICE, name: 'Bưu cục Rạch Gốc' },
      },
    });
    const open = await (await desk.ask('clerk', 'GET', '/api/batches?state=open')).json();
    expect(open).toHaveLength(2);
    expect(await (await desk.ask('otherClerk', 'GET', '/api/batches')).json()).toEqual([]);
  });

  it('shows each page with a verdict before it is read, and its paper after', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk);
    await upload(desk, batchId, 1, 'TỜ KHAI ĐĂNG KÝ KHAI SINH\nKính gửi: Ủy ban nhân dân', '');
    expect(await view(desk, batchId)).toMatchObject({ scans: [{ state: 'stored' }], pages: [], done: false });
    await carryOn(desk.office);
    const read = await view(desk, batchId);
    expect(read.pages).toMatchObject([
      { verdict: 'good', position: 1 },
      { pageType: 'BLANK', position: 2 },
    ]);
    expect(read.progress).toEqual({ read: 2, total: 2 });
    expect(read.dossiers[0].missing.map((missing: { type: string }) => missing.type)).toContain(
      'GIAY_CHUNG_SINH',
    );
  });

  it('closes whole, or with a recorded reason; otherwise it says what is missing', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk);
    await upload(desk, batchId, 1, 'TỜ KHAI ĐĂNG KÝ KHAI SINH');
    await carryOn(desk.office);
    const close = (body: object) => desk.ask('clerk', 'POST', `/api/batches/${batchId}/close`, body);
    const refused = await close({});
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: 'batch-incomplete',
      missing: expect.arrayContaining([expect.objectContaining({ type: 'GIAY_CHUNG_SINH' })]),
    });
    expect((await desk.office.repository.batch(batchId))!.state).toBe('open');
    expect((await close({ reason: ' Công dân nộp bổ sung sau ' })).status).toBe(200);
    await carryOn(desk.office);
    expect(await view(desk, batchId)).toMatchObject({
      state: 'settled',
      done: true,
      closing: { by: { id: 'hoa' }, reason: 'Công dân nộp bổ sung sau' },
    });
    expect((await close({})).status).toBe(200);
  });

  it('matches a dossier to its code when that comes after the close', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk, {
      manifest: { ...MANIFEST, dossierCode: undefined, expectedDocuments: [] },
    });
    expect((await view(desk, batchId)).provisionalCode).toMatch(/^TAM-[0-9A-F]{8}$/);
    await upload(desk, batchId, 1, 'ĐƠN');
    await desk.ask('clerk', 'POST', `/api/batches/${batchId}/close`, { reason: 'chưa có mã' });
    await carryOn(desk.office);
    expect((await view(desk, batchId)).dossiers).toMatchObject([
      { dossierId: `orphan-${batchId}`, state: 'unassigned' },
    ]);
    await desk.ask('clerk', 'PUT', `/api/batches/${batchId}/manifest`, {
      ...MANIFEST,
      expectedDocuments: [],
    });
    await carryOn(desk.office);
    expect((await view(desk, batchId)).dossiers).toMatchObject([
      { dossierId: 'H12.09-261102-0007', state: 'digitized' },
    ]);
  });

  it('keeps what a clerk decides about a page', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk);
    await upload(desk, batchId, 1, 'TRANG MỘT', 'TRANG HAI');
    await carryOn(desk.office);
    const [first, second] = (await view(desk, batchId)).pages;
    const act = (pageId: string, body: object) =>
      desk.ask('clerk', 'POST', `/api/batches/${batchId}/pages/${pageId}`, body);
    expect((await act(second.pageId, { before: first.pageId })).status).toBe(204);
    expect((await act(first.pageId, { dropped: true })).status).toBe(204);
    const { pages } = await view(desk, batchId);
    expect(pages.map((page: { pageId: string }) => page.pageId)).toEqual([second.pageId, first.pageId]);
    expect(pages[1]).toMatchObject({ dropped: true });
    expect((await act('b-x.s0001-y.p0001', { dropped: true })).status).toBe(404);
    expect((await act(first.pageId, { turnDeg: 45 })).status).toBe(422);
  });

  it('makes no dossier of practice', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk, { practice: true });
    await upload(desk, batchId, 1, 'TỜ KHAI ĐĂNG KÝ KHAI SINH');
    await carryOn(desk.office);
    await desk.ask('clerk', 'POST', `/api/batches/${batchId}/close`, { reason: 'luyện tập' });
    await carryOn(desk.office);
    expect(await view(desk, batchId)).toMatchObject({
      state: 'closed',
      practice: true,
      done: false,
      dossierIds: [],
    });
    expect(await desk.office.repository.listDossiers(10)).toEqual([]);
  });

  it('prints its sheets and its slip', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk);
    for (const sheet of ['sheets.pdf', 'slip.pdf']) {
      const answer = await desk.ask('clerk', 'GET', `/api/batches/${batchId}/${sheet}`);
      expect([sheet, answer.status, answer.headers.get('content-type')]).toEqual([
        sheet,
        200,
        'application/pdf',
      ]);
      expect((await answer.text()).slice(0, 5)).toBe('%PDF-');
    }
  });

  it('refuses what is no manifest, no file of ours, or too large, naming the field and not its content', async () => {
    const desk = await openApiDesk();
    const batchId = await openBatch(desk);
    const bad: [string, object, string][] = [
      [
        '/api/batches',
        { manifest: { expectedDocuments: [{ type: '../x', name: 'Bí mật' }] } },
        'request-invalid',
      ],
      [
        `/api/batches/${batchId}/uploads`,
        { position: 0, name: 'a', bytes: 1, sha256: 'a'.repeat(64) },
        'request-invalid',
      ],
      [
        `/api/batches/${batchId}/uploads`,
        { position: 1, name: 'a\0b', bytes: 1, sha256: 'a'.repeat(64) },
        'request-invalid',
      ],
      [
        `/api/batches/${batchId}/uploads`,
        { position: 1, name: 'a', bytes: 3e9, sha256: 'a'.repeat(64) },
        'scan-too-large',
      ],
    ];
    for (const [path, body, code] of bad) {
      const text = await (await desk.ask('clerk', 'POST', path, body)).text();
      expect([path, JSON.parse(text).code]).toEqual([path, code]);
      expect(text).not.toContain('Bí mật');
    }
  });
});
