/** Uploads over a line that loses, cuts, repeats and damages: no page is lost, doubled or corrupt. */
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FolderUploadDesk } from '../../shared/adapters/local/folder-upload-desk.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import { openApiDesk, requestBy } from '../support/api-desk.ts';
import { type DeskFile, hashOf, type Send, uploadFile } from '../support/upload-client.ts';

const LOST = 0.3;

/** Repeatable chance. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Loses every third request or answer, damages some parts on the way, sends some twice. */
function badLine(url: string, roll: () => number, counts: { lost: number; damaged: number }): Send {
  return async (path, init) => {
    const base = requestBy('clerk', init.method!);
    const asked = { ...base, ...init, headers: { ...base.headers, ...init.headers } } as RequestInit;
    const chance = roll();
    if (chance < LOST / 2) {
      counts.lost++;
      throw new TypeError('the request was lost');
    }
    if (asked.body instanceof Uint8Array && roll() < 0.1) {
      counts.damaged++;
      const body = asked.body.slice();
      body[Math.floor(body.length / 2)]! ^= 0xff;
      return fetch(url + path, { ...asked, body });
    }
    if (roll() < 0.1) await fetch(url + path, asked);
    const answer = await fetch(url + path, asked);
    if (chance < LOST) {
      counts.lost++;
      await answer.arrayBuffer();
      throw new TypeError('the answer was lost');
    }
    return answer;
  };
}

async function openBatch(ask: Awaited<ReturnType<typeof openApiDesk>>['ask']): Promise<BatchId> {
  const answer = await ask('clerk', 'POST', '/api/batches', { manifest: {}, draftId: 'draft-0001' });
  return ((await answer.json()) as { batchId: BatchId }).batchId;
}

describe('uploads over a bad line', () => {
  it('arrive whole and once with a third of all requests lost and ten reconnects', {
    timeout: 30_000,
  }, async () => {
    const { office, url, ask } = await openApiDesk({ partBytes: 16_000 });
    const batchId = await openBatch(ask);
    const counts = { lost: 0, damaged: 0 };
    const files: DeskFile[] = Array.from({ length: 8 }, (_, index) => ({
      position: index + 1,
      name: `trang ${index + 1} – ảnh.jpg`,
      bytes: randomBytes(150_000 + index * 7_919),
    }));
    const line = badLine(url, dice(7), counts);
    for (const file of files) await uploadWithReconnects(line, batchId, file);

    expect(counts.lost).toBeGreaterThan(40);
    expect(counts.damaged).toBeGreaterThan(3);
    const scans = await office.repository.scansOf(batchId);
    expect(scans.map(({ position, name, sha256 }) => ({ position, name, sha256 }))).toEqual(
      files.map(({ position, name, bytes }) => ({ position, name, sha256: hashOf(bytes) })),
    );
    for (const scan of scans) {
      const stored = await office.store.get(scan.objectKey!);
      expect(createHash('sha256').update(stored).digest('hex')).toBe(scan.sha256);
    }
    expect(await office.outbox.undelivered(100)).toHaveLength(files.length);
  });

  it('go on after the server was started again, and send nothing twice', async () => {
    const { office, url, ask } = await openApiDesk({ partBytes: 16_000 });
    const batchId = await openBatch(ask);
    const bytes = randomBytes(80_000);
    const announced = { position: 1, name: 'a.pdf', bytes: bytes.length, sha256: hashOf(bytes) };
    const begin = async () =>
      (await (await ask('clerk', 'POST', `/api/batches/${batchId}/uploads`, announced)).json()) as {
        uploadId: string;
        received: number[];
      };
    const { uploadId } = await begin();
    const part = bytes.subarray(32_000, 48_000);
    const put = await fetch(`${url}/api/uploads/${uploadId}/parts/3`, {
      ...requestBy('clerk', 'PUT'),
      headers: { ...requestBy('clerk', 'PUT').headers, 'x-content-sha256': hashOf(part) },
      body: part,
    });
    expect(put.status).toBe(204);
    expect(await begin()).toMatchObject({ uploadId, received: [3], partCount: 5 });
    const early = await ask('clerk', 'POST', `/api/uploads/${uploadId}/complete`);
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ code: 'upload-incomplete' });
    expect(await office.repository.scansOf(batchId)).toEqual([]);
    expect(office.uploads).toBeInstanceOf(FolderUploadDesk);
  });

  it('refuse a part that is not what was announced, and a whole that is another file', async () => {
    const { office, url, ask } = await openApiDesk({ partBytes: 16_000 });
    const batchId = await openBatch(ask);
    const bytes = randomBytes(20_000);
    const send: Send = (path, init) => {
      const base = requestBy('clerk', init.method!);
      return fetch(url + path, {
        ...base,
        ...init,
        headers: { ...base.headers, ...init.headers },
      } as RequestInit);
    };
    const begun = await send(`/api/batches/${batchId}/uploads`, {
      method: 'POST',
      body: JSON.stringify({ position: 1, name: 'a.pdf', bytes: bytes.length, sha256: 'a'.repeat(64) }),
    });
    const { uploadId } = (await begun.json()) as { uploadId: string };
    const put = (number: number, part: Uint8Array, sha256: string) =>
      send(`/api/uploads/${uploadId}/parts/${number}`, {
        method: 'PUT',
        headers: { 'x-content-sha256': sha256 },
        body: part as Uint8Array<ArrayBuffer>,
      });
    const first = bytes.subarray(0, 16_000);
    const last = bytes.subarray(16_000);
    expect((await put(1, first, hashOf(last))).status).toBe(422);
    expect((await put(1, first.subarray(1), hashOf(first.subarray(1)))).status).toBe(422);
    expect((await put(3, last, hashOf(last))).status).toBe(422);
    expect((await put(1, first, hashOf(first))).status).toBe(204);
    expect((await put(2, last, hashOf(last))).status).toBe(204);
    const complete = await send(`/api/uploads/${uploadId}/complete`, { method: 'POST' });
    expect(await complete.json()).toMatchObject({ code: 'upload-damaged' });
    expect(await office.repository.scansOf(batchId)).toEqual([]);
  });
});

/** A browser that is closed and opened again knows nothing but the file. */
async function uploadWithReconnects(line: Send, batchId: string, file: DeskFile): Promise<void> {
  let parts = 0;
  for (let reconnects = 0; reconnects < 10; reconnects++) {
    const until = 2 + reconnects;
    parts = 0;
    const closing: Send = async (path, init) => {
      if (init.method === 'PUT' && ++parts > until) throw new BrowserClosed();
      return line(path, init);
    };
    await uploadUntilClosed(closing, batchId, file);
  }
  await uploadFile(line, batchId, file);
}

class BrowserClosed extends Error {}

async function uploadUntilClosed(send: Send, batchId: string, file: DeskFile): Promise<void> {
  let isClosed = false;
  const guarded: Send = async (path, init) => {
    try {
      return await send(path, init);
    } catch (error) {
      isClosed ||= error instanceof BrowserClosed;
      throw error;
    }
  };
  const limited: Send = (path, init) =>
    isClosed ? Promise.reject(new BrowserClosed()) : guarded(path, init);
  await uploadFile(limited, batchId, file).catch(() => undefined);
}
