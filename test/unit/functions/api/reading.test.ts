/** What the reading room gets: parts of a long file, and the file from before while a newer one is made. */
import { describe, expect, it } from 'vitest';
import { currentFiles, type DossierFile } from '../../../../shared/domain/dossier.ts';
import type { FileId } from '../../../../shared/domain/ids.ts';
import { openApiDesk, requestBy } from '../../../support/api-desk.ts';
import { BIRTH_NOTE, CODE, DECLARATION, digitize } from '../../../support/dossier-desk.ts';

async function openReadingDesk() {
  const desk = await openApiDesk();
  const dossier = await digitize(desk.office, [DECLARATION, BIRTH_NOTE]);
  return { ...desk, dossier, file: currentFiles(dossier)[0]! };
}

describe('a file in the reading room', () => {
  it('comes whole, or the part that was asked for', async () => {
    const { office, url, file } = await openReadingDesk();
    const whole = await office.store.get(file.objectKey!);
    const ask = (headers: Record<string, string>) => {
      const base = requestBy('officer', 'GET');
      return fetch(`${url}/api/files/${file.fileId}`, { ...base, headers: { ...base.headers, ...headers } });
    };
    const all = await ask({});
    expect([all.status, all.headers.get('accept-ranges')]).toEqual([200, 'bytes']);
    expect((await all.bytes()).length).toBe(whole.length);
    const part = await ask({ range: 'bytes=5-12' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 5-12/${whole.length}`]);
    expect(Buffer.from(await part.bytes()).equals(Buffer.from(whole.subarray(5, 13)))).toBe(true);
    expect((await ask({ range: 'bytes=5-12', 'if-range': '"another"' })).status).toBe(200);
    expect((await ask({ range: `bytes=${whole.length}-` })).status).toBe(416);
    const known = await ask({ 'if-none-match': all.headers.get('etag')! });
    expect([known.status, known.headers.get('cache-control')]).toEqual([304, 'private, no-cache']);
  });

  it('is the one from before while a newer one is made', async () => {
    const { office, ask, dossier, file } = await openReadingDesk();
    const papers = async () => {
      const answer = await ask('officer', 'GET', `/api/dossiers/${CODE}`);
      return ((await answer.json()) as { papers: { fileId: string; olderFile: unknown }[] }).papers;
    };
    expect((await papers())[0]).toMatchObject({ fileId: file.fileId, olderFile: null });
    const { objectKey: _key, ...due } = {
      ...file,
      fileId: `${file.fileId}-2` as FileId,
      state: 'due' as const,
    };
    const files = dossier.files.map(
      (each): DossierFile => (each === file ? { ...file, supersededInRevision: 2 } : each),
    );
    const now = { ...dossier, state: 'assembling' as const, files: [...files, due] };
    await office.repository.commit([now], []);
    expect((await papers())[0]).toMatchObject({
      fileId: null,
      olderFile: { fileId: file.fileId, pageIds: file.pageIds },
    });
    expect((await papers())[1]).toMatchObject({ fileId: expect.any(String), olderFile: null });
  });
});

it('lets the browser show a picture that it keeps only after asking: another turn or a secret is heard of at once', async () => {
  const { office, url, dossier } = await openReadingDesk();
  const { pageId } = dossier.pages[0]!;
  const ask = (known?: string) => {
    const base = requestBy('officer', 'GET');
    const headers = { ...base.headers, ...(known ? { 'if-none-match': known } : {}) };
    return fetch(`${url}/api/pages/${pageId}/thumbnail`, { ...base, headers });
  };
  const first = await ask();
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const etag = first.headers.get('etag')!;
  for (const known of [etag, `W/${etag}`, `"another", ${etag}`]) {
    const again = await ask(known);
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache']);
    expect((await again.bytes()).length).toBe(0);
  }
  expect((await ask('"another"')).status).toBe(200);
  const page = (await office.repository.page(pageId))!;
  const turned = { ...page, plan: { ...page.plan, rotationDeg: 180 as const } };
  await office.repository.commit([turned as typeof page], []);
  expect((await ask(etag)).status).toBe(200);
  const now = (await office.repository.page(pageId))!;
  await office.repository.commit([{ ...now, secret: true }], []);
  expect((await ask(etag)).status).toBe(404);
});

it('shows no picture of a page once it is known to be secret, drawn before or not', async () => {
  const { office, ask, dossier } = await openReadingDesk();
  const { pageId } = dossier.pages[0]!;
  const status = async () => (await ask('officer', 'GET', `/api/pages/${pageId}/image`)).status;
  expect(await status()).toBe(200);
  const page = (await office.repository.page(pageId))!;
  await office.repository.commit([{ ...page, secret: true }], []);
  expect(await status()).toBe(404);
});
