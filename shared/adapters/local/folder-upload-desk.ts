/** Uploads as folders of part files; a part is on the disk before it is acknowledged, a restart forgets none. */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { RandomIds } from '../../ports/random-ids.ts';
import type { UploadDesk, UploadProgress, UploadTicket } from '../../ports/upload-desk.ts';
import { syncFolders, writeDurably } from './durable-file.ts';
import { nameStorageFailure } from './storage-failure.ts';

const TICKET = 'ticket.json';
const DONE = 'done';
const UPLOAD_ID = /^[a-z0-9-]{8,80}$/;
/** A clerk who comes back after a long holiday sends the file again. */
const ABANDONED_AFTER_MS = 30 * 86_400_000;

export class FolderUploadDesk implements UploadDesk {
  readonly #root: string;
  readonly #store: ObjectStore;
  readonly #ids: RandomIds;
  readonly #partBytes: number;
  /** One whole file in memory at a time. */
  #finishing: Promise<unknown> = Promise.resolve();

  constructor(root: string, store: ObjectStore, ids: RandomIds, partBytes: number) {
    this.#root = resolve(root);
    this.#store = store;
    this.#ids = ids;
    this.#partBytes = partBytes;
  }

  async begin(ticket: UploadTicket): Promise<UploadProgress> {
    const folder = this.#folderOf(ticket.uploadId);
    // An upload begun before the setting changed keeps its parts.
    const kept = await this.#read(ticket.uploadId);
    if (!kept) {
      await mkdir(folder, { recursive: true });
      await this.#place(folder, TICKET, encode({ ...ticket, partBytes: this.#partBytes }));
    }
    const partBytes = kept?.partBytes ?? this.#partBytes;
    const partCount = countParts(ticket.bytes, partBytes);
    const names = await readdir(folder);
    const received = names.includes(DONE)
      ? Array.from({ length: partCount }, (_, index) => index + 1)
      : names.flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : [])).sort((a, b) => a - b);
    return { partBytes, partCount, received };
  }

  async ticket(uploadId: string): Promise<UploadTicket | null> {
    const kept = await this.#read(uploadId);
    if (!kept) return null;
    const { partBytes: _partBytes, ...ticket } = kept;
    return ticket;
  }

  async takePart(uploadId: string, number: number, bytes: Uint8Array, sha256: string): Promise<void> {
    const ticket = await this.#require(uploadId);
    const partCount = countParts(ticket.bytes, ticket.partBytes);
    const length =
      number === partCount ? ticket.bytes - (partCount - 1) * ticket.partBytes : ticket.partBytes;
    const isPart = Number.isInteger(number) && number >= 1 && number <= partCount;
    if (!isPart || bytes.length !== length || hashOf([bytes]) !== sha256) {
      throw new DigitizationError('upload-part-damaged', { number, bytes: bytes.length });
    }
    await this.#place(this.#folderOf(uploadId), String(number), bytes);
  }

  async finish(uploadId: string): Promise<void> {
    const turn = this.#finishing.then(() => this.#finish(uploadId));
    this.#finishing = turn.catch(() => undefined);
    return turn;
  }

  async #finish(uploadId: string): Promise<void> {
    const ticket = await this.#require(uploadId);
    const folder = this.#folderOf(uploadId);
    const { partCount, received } = await this.begin(ticket);
    if (received.length < partCount) {
      throw new DigitizationError('upload-incomplete', { received: received.length, parts: partCount });
    }
    if ((await readdir(folder)).includes(DONE)) return;
    const parts = await Promise.all(received.map((number) => readFile(join(folder, String(number)))));
    const isWhole = hashOf(parts) === ticket.sha256;
    if (isWhole) {
      await this.#store.putOnce(ticket.objectKey, Buffer.concat(parts));
      await this.#place(folder, DONE, new Uint8Array());
    }
    for (const number of received) await rm(join(folder, String(number)), { force: true });
    if (!isWhole) throw new DigitizationError('upload-damaged');
  }

  /** For the start of the process: what nobody has touched for a month is forgotten. */
  async sweepAbandoned(nowMs: number): Promise<void> {
    for (const name of await readdir(this.#root).catch(() => [])) {
      const folder = join(this.#root, name);
      const found = await stat(folder).catch(() => null);
      if (found && nowMs - found.mtimeMs > ABANDONED_AFTER_MS)
        await rm(folder, { recursive: true, force: true });
    }
  }

  async #require(uploadId: string): Promise<UploadTicket & { readonly partBytes: number }> {
    const ticket = await this.#read(uploadId);
    if (!ticket) throw new DigitizationError('record-missing', { uploadId });
    return ticket;
  }

  async #read(uploadId: string): Promise<(UploadTicket & { readonly partBytes: number }) | null> {
    if (!UPLOAD_ID.test(uploadId)) return null;
    const bytes = await readFile(join(this.#folderOf(uploadId), TICKET)).catch(() => null);
    return bytes && JSON.parse(bytes.toString('utf8'));
  }

  async #place(folder: string, name: string, bytes: Uint8Array): Promise<void> {
    const incoming = join(folder, `.${this.#ids.next()}`);
    try {
      await writeDurably(incoming, bytes);
      await rename(incoming, join(folder, name));
      await syncFolders(folder, this.#root);
    } catch (error) {
      await rm(incoming, { force: true });
      throw nameStorageFailure(error);
    }
  }

  #folderOf(uploadId: string): string {
    if (!UPLOAD_ID.test(uploadId)) throw new DigitizationError('record-missing');
    return join(this.#root, uploadId);
  }
}

function countParts(bytes: number, partBytes: number): number {
  return Math.max(1, Math.ceil(bytes / partBytes));
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function hashOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
