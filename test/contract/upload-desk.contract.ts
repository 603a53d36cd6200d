/** What every upload desk promises: parts are safe when they are acknowledged, the whole is what was announced, or nothing. */
import { describe, expect, it } from 'vitest';
import type { BatchId } from '../../shared/domain/ids.ts';
import type { ObjectStore } from '../../shared/ports/object-store.ts';
import type { UploadDesk, UploadTicket } from '../../shared/ports/upload-desk.ts';
import { hashOf } from '../support/upload-client.ts';
import { type Make, open } from './subject.ts';

export interface UploadSubject {
  readonly desk: UploadDesk;
  readonly store: ObjectStore;
  /** As a new process would find it. */
  readonly reopen: () => UploadDesk;
  /** Sends one part the way a client does. */
  readonly send: (desk: UploadDesk, uploadId: string, number: number, part: Uint8Array) => Promise<void>;
}

let serial = 0;

function ticketFor(bytes: Uint8Array, changes: Partial<UploadTicket> = {}): UploadTicket {
  const uploadId = `u-contract-${++serial}`;
  return {
    uploadId,
    batchId: 'b-1' as BatchId,
    position: 1,
    name: 'đơn 1.pdf',
    bytes: bytes.length,
    sha256: hashOf(bytes),
    objectKey: `originals/b-1/${uploadId}`,
    ...changes,
  };
}

/** No two parts alike. */
function contentOf(length: number): Uint8Array {
  return Uint8Array.from(
    { length },
    (_, index) => (index * 31 + (index >> 8) * 17 + (index >> 16) * 7) & 0xff,
  );
}

export function describeUploadDesk(name: string, make: Make<UploadSubject>): void {
  describe(`upload desk: ${name}`, () => {
    async function openWith(length: (partBytes: number) => number) {
      const subject = await open(make);
      const probe = await subject.desk.begin(ticketFor(contentOf(1)));
      const bytes = contentOf(length(probe.partBytes));
      const ticket = ticketFor(bytes);
      const { partBytes, partCount } = await subject.desk.begin(ticket);
      const part = (number: number) => bytes.slice((number - 1) * partBytes, number * partBytes);
      const send = (number: number, desk = subject.desk) =>
        subject.send(desk, ticket.uploadId, number, part(number));
      return { ...subject, ticket, bytes, partCount, part, send };
    }

    it('puts parts together, whatever their order, at the ticket’s place', async () => {
      const { desk, store, ticket, bytes, partCount, send } = await openWith(
        (partBytes) => 2 * partBytes + 5,
      );
      expect(partCount).toBe(3);
      for (const number of [3, 1, 2]) await send(number);
      expect(await store.size(ticket.objectKey)).toBeNull();
      await desk.finish(ticket.uploadId);
      expect(hashOf(await store.get(ticket.objectKey))).toBe(hashOf(bytes));
    });

    it('knows after a restart what has been received, and goes on from there', async () => {
      const { reopen, store, ticket, bytes, send } = await openWith((partBytes) => 2 * partBytes + 5);
      await send(2);
      const later = reopen();
      expect((await later.begin(ticket)).received).toEqual([2]);
      expect(await later.ticket(ticket.uploadId)).toEqual(ticket);
      await send(1, later);
      await send(3, later);
      await later.finish(ticket.uploadId);
      expect(hashOf(await store.get(ticket.objectKey))).toBe(hashOf(bytes));
    });

    it('takes a part twice, and a finish twice, as once', async () => {
      const { desk, ticket, partCount, send } = await openWith((partBytes) => partBytes + 1);
      for (const number of [1, 1, 2, 2]) await send(number);
      expect((await desk.begin(ticket)).received).toEqual([1, 2]);
      await Promise.all([desk.finish(ticket.uploadId), desk.finish(ticket.uploadId)]);
      await desk.finish(ticket.uploadId);
      expect((await desk.begin(ticket)).received).toHaveLength(partCount);
    });

    it('says what is missing, and finishes nothing before', async () => {
      const { desk, store, ticket, send } = await openWith((partBytes) => partBytes + 1);
      await send(2);
      await expect(desk.finish(ticket.uploadId)).rejects.toMatchObject({ code: 'upload-incomplete' });
      expect(await store.size(ticket.objectKey)).toBeNull();
    });

    it('keeps nothing of a whole that is not what was announced, and starts afresh', async () => {
      const { desk, store, send } = await open(make);
      const bytes = contentOf(100);
      const lie = ticketFor(bytes, { sha256: 'a'.repeat(64) });
      await desk.begin(lie);
      await send(desk, lie.uploadId, 1, bytes);
      await expect(desk.finish(lie.uploadId)).rejects.toMatchObject({ code: 'upload-damaged' });
      expect(await store.size(lie.objectKey)).toBeNull();
      expect((await desk.begin(lie)).received).toEqual([]);
    });

    it('does not know what was never begun', async () => {
      const { desk } = await open(make);
      expect(await desk.ticket('u-unknown')).toBeNull();
      await expect(desk.finish('u-unknown')).rejects.toMatchObject({ code: 'record-missing' });
    });
  });
}
