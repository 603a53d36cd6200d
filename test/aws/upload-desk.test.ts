import { createHash, randomUUID } from 'node:crypto';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3ObjectStore } from '../../shared/adapters/aws/s3-object-store.ts';
import { S3UploadDesk } from '../../shared/adapters/aws/s3-upload-desk.ts';
import type { BatchId } from '../../shared/domain/ids.ts';
import type { PartAddress, UploadTicket } from '../../shared/ports/upload-desk.ts';
import { s3, withCeph } from './peers.ts';

const PART_BYTES = 1_000;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const FILE = Uint8Array.from({ length: 2_500 }, (_, index) => index % 251);
const partOf = (number: number) => FILE.subarray((number - 1) * PART_BYTES, number * PART_BYTES);

function ticketOf(bytes: Uint8Array, changes: Partial<UploadTicket> = {}): UploadTicket {
  return {
    uploadId: `u-${hashOf(bytes).slice(0, 40)}`,
    batchId: 'b-1' as BatchId,
    position: 1,
    name: 'giấy.pdf',
    bytes: bytes.length,
    sha256: hashOf(bytes),
    objectKey: 'originals/b-1/b-1.s0001-0123456789',
    ...changes,
  };
}

async function openDesk() {
  const bucket = `uploads-${randomUUID()}`;
  await s3!.send(new CreateBucketCommand({ Bucket: bucket }));
  const store = new S3ObjectStore(s3!, { originals: bucket, quarantine: bucket, objects: bucket });
  return { store, desk: new S3UploadDesk(s3!, bucket, store, PART_BYTES) };
}

async function send({ url, headers }: PartAddress, bytes: Uint8Array, other: Record<string, string> = {}) {
  const answer = await fetch(url, {
    method: 'PUT',
    headers: { ...headers, ...other },
    body: new Uint8Array(bytes),
  });
  await answer.arrayBuffer();
  return answer.status;
}

withCeph('uploads by presigned addresses', () => {
  it('take each part where its address says, resume, and end as the whole file, once', async () => {
    const { store, desk } = await openDesk();
    const ticket = ticketOf(FILE);
    const begun = await desk.begin(ticket);
    expect(begun).toMatchObject({ partBytes: PART_BYTES, partCount: 3, received: [] });
    expect(await send(begun.parts![2]!, partOf(3))).toBe(200);
    const resumed = await desk.begin(ticket);
    expect(resumed.received).toEqual([3]);
    expect(resumed.parts!.map(({ number }) => number)).toEqual([1, 2]);
    await expect(desk.finish(ticket.uploadId)).rejects.toMatchObject({ code: 'upload-incomplete' });
    for (const part of resumed.parts!) expect(await send(part, partOf(part.number))).toBe(200);
    await desk.finish(ticket.uploadId);
    await desk.finish(ticket.uploadId);
    expect(Buffer.from(await store.get(ticket.objectKey)).equals(FILE)).toBe(true);
    expect(await desk.begin(ticket)).toEqual({ partBytes: PART_BYTES, partCount: 3, received: [1, 2, 3] });
  });

  it('refuse another length, another type and another place', async () => {
    const { desk } = await openDesk();
    const { parts } = await desk.begin(ticketOf(FILE));
    const [first, second] = parts!;
    expect(await send(first!, FILE.subarray(0, 999))).toBe(403);
    expect(await send(first!, FILE.subarray(0, 1_001))).toBe(403);
    expect(await send(first!, partOf(1), { 'content-type': 'text/html' })).toBe(403);
    const elsewhere = first!.url.replace(/\/1\?/, '/2?');
    expect(elsewhere).not.toBe(first!.url);
    expect(await send({ ...second!, url: elsewhere }, partOf(2))).toBe(403);
    expect((await desk.begin(ticketOf(FILE))).received).toEqual([]);
  });

  it('sign the checksum of a part whose hash is told, and refuse another one', async () => {
    const { desk } = await openDesk();
    const ticket = ticketOf(FILE, { partHashes: [1, 2, 3].map((number) => hashOf(partOf(number))) });
    const [first] = (await desk.begin(ticket)).parts!;
    const checksum = createHash('sha256').update(partOf(1)).digest('base64');
    expect(first!.headers['x-amz-checksum-sha256']).toBe(checksum);
    expect(new URL(first!.url).searchParams.get('X-Amz-SignedHeaders')).toContain('x-amz-checksum-sha256');
    const wrong = createHash('sha256').update('x').digest('base64');
    expect(await send(first!, partOf(1), { 'x-amz-checksum-sha256': wrong })).toBe(403);
    expect(await send(first!, partOf(1))).toBe(200);
  });

  it('say damaged and forget the parts when the whole is not what was announced', async () => {
    const { store, desk } = await openDesk();
    const ticket = ticketOf(FILE);
    for (const part of (await desk.begin(ticket)).parts!) {
      const bytes = Uint8Array.from(partOf(part.number));
      if (part.number === 2) bytes[0]! ^= 1;
      expect(await send(part, bytes)).toBe(200);
    }
    await expect(desk.finish(ticket.uploadId)).rejects.toMatchObject({ code: 'upload-damaged' });
    expect(await store.size(ticket.objectKey)).toBeNull();
    expect((await desk.begin(ticket)).received).toEqual([]);
  });

  it('take parts through the API too, checked at once', async () => {
    const { desk } = await openDesk();
    const ticket = ticketOf(FILE);
    await desk.begin(ticket);
    await desk.takePart(ticket.uploadId, 1, partOf(1), hashOf(partOf(1)));
    const damaged = { code: 'upload-part-damaged' };
    await expect(desk.takePart(ticket.uploadId, 2, partOf(1), hashOf(partOf(2)))).rejects.toMatchObject(
      damaged,
    );
    await expect(desk.takePart(ticket.uploadId, 4, partOf(1), hashOf(partOf(1)))).rejects.toMatchObject(
      damaged,
    );
    await expect(desk.takePart('u-unknown-upload', 1, partOf(1), '')).rejects.toMatchObject({
      code: 'record-missing',
    });
    expect((await desk.begin(ticket)).received).toEqual([1]);
    expect(await desk.ticket(ticket.uploadId)).toEqual(ticket);
  });
});
