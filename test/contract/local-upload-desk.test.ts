import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CryptoRandomIds } from '../../shared/adapters/local/crypto-random-ids.ts';
import { FolderObjectStore } from '../../shared/adapters/local/folder-object-store.ts';
import { FolderUploadDesk } from '../../shared/adapters/local/folder-upload-desk.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { hashOf } from '../support/upload-client.ts';
import { describeUploadDesk } from './upload-desk.contract.ts';

const PART_BYTES = 16_000;

async function makeDesk() {
  const folder = await makeTemporaryFolder();
  const store = new FolderObjectStore(join(folder, 'objects'));
  const reopen = (partBytes = PART_BYTES) =>
    new FolderUploadDesk(join(folder, 'uploads'), store, new CryptoRandomIds(), partBytes);
  return { store, reopen, desk: reopen() };
}

describeUploadDesk('folder', async () => ({
  subject: {
    ...(await makeDesk()),
    send: (desk, uploadId, number, part) => desk.takePart(uploadId, number, part, hashOf(part)),
  },
  close: async () => {},
}));

describe('uploads in a folder', () => {
  const bytes = new Uint8Array(PART_BYTES + 3).fill(7);
  const ticket = {
    uploadId: 'u-12345678',
    batchId: 'b-1' as never,
    position: 1,
    name: 'a.pdf',
    bytes: bytes.length,
    sha256: hashOf(bytes),
    objectKey: 'originals/b-1/s-1',
  };

  it('refuse a part of another length, number or content', async () => {
    const { desk } = await makeDesk();
    await desk.begin(ticket);
    const [first, last] = [bytes.subarray(0, PART_BYTES), bytes.subarray(PART_BYTES)];
    const bad: [number, Uint8Array, string][] = [
      [1, first, hashOf(last)],
      [1, last, hashOf(last)],
      [2, first, hashOf(first)],
      [0, last, hashOf(last)],
      [3, last, hashOf(last)],
      [1.5, first, hashOf(first)],
    ];
    for (const [number, part, sum] of bad) {
      await expect(desk.takePart(ticket.uploadId, number, part, sum)).rejects.toMatchObject({
        code: 'upload-part-damaged',
      });
    }
    expect((await desk.begin(ticket)).received).toEqual([]);
  });

  it('keep the part length that they were begun with', async () => {
    const { desk, reopen } = await makeDesk();
    const before = await desk.begin(ticket);
    expect(await reopen(PART_BYTES * 2).begin(ticket)).toEqual(before);
  });

  it('never leave their folder, whatever an id says', async () => {
    const { desk } = await makeDesk();
    for (const uploadId of ['../../etc', 'u-../..', '', 'U-12345678', 'u-\0aaaaaa']) {
      expect(await desk.ticket(uploadId)).toBeNull();
    }
  });

  it('are forgotten when nobody came back for a month', async () => {
    const { desk } = await makeDesk();
    await desk.begin(ticket);
    await desk.sweepAbandoned(Date.now() + 29 * 86_400_000);
    expect(await desk.ticket(ticket.uploadId)).toEqual(ticket);
    await desk.sweepAbandoned(Date.now() + 31 * 86_400_000);
    expect(await desk.ticket(ticket.uploadId)).toBeNull();
  });
});
