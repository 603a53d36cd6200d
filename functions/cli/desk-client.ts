/** The desk's API as a program uses it: comes in, finds the delivery under way, sends files by parts that resume. */
import { createHash } from 'node:crypto';
import { ask, type DeskDoor, DeskRefusal } from './desk-door.ts';

const UNAUTHORIZED = 401;

interface OpenBatch {
  readonly batchId: string;
  readonly dossierCode: string | null;
  readonly provisionalCode: string;
  readonly openedAt: string;
  readonly createdBy: { readonly id: string } | null;
}

interface Upload {
  readonly uploadId: string;
  readonly partBytes: number;
  readonly partCount: number;
  readonly received: readonly number[];
  readonly scanId?: string;
}

export class DeskClient {
  readonly #server: string;
  readonly #door: DeskDoor;
  #userId = '';

  private constructor(server: string, door: DeskDoor) {
    this.#server = server;
    this.#door = door;
  }

  /** @param server address without a slash at its end */
  static async open(server: string, door: DeskDoor): Promise<DeskClient> {
    const client = new DeskClient(server, door);
    await door.enter();
    const { user } = (await (await client.#ask('GET', '/session')).json()) as { user: { id: string } };
    client.#userId = user.id;
    return client;
  }

  /** Of the dossier named, else the one this clerk opened last; null when there is none. */
  async findBatch(dossierCode: string | undefined): Promise<OpenBatch | null> {
    const answer = await this.#ask('GET', '/batches?state=open');
    const batches = (await answer.json()) as OpenBatch[];
    const wanted = batches.filter((batch) =>
      dossierCode === undefined
        ? batch.createdBy?.id === this.#userId
        : [batch.dossierCode, batch.provisionalCode].includes(dossierCode),
    );
    return wanted.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0] ?? null;
  }

  async nextPosition(batchId: string): Promise<number> {
    const answer = await this.#ask('GET', `/batches/${encodeURIComponent(batchId)}`);
    const { scans } = (await answer.json()) as { scans: { position: number }[] };
    return Math.max(0, ...scans.map((scan) => scan.position)) + 1;
  }

  /** The same file at the same position again goes on where it was cut off, or changes nothing. */
  async send(batchId: string, position: number, name: string, bytes: Uint8Array): Promise<void> {
    const begun = await this.#ask(
      'POST',
      `/batches/${encodeURIComponent(batchId)}/uploads`,
      JSON.stringify({ position, name, bytes: bytes.length, sha256: sha256(bytes) }),
    );
    const upload = (await begun.json()) as Upload;
    if (upload.scanId) return;
    for (let number = 1; number <= upload.partCount; number++) {
      if (upload.received.includes(number)) continue;
      const part = bytes.subarray((number - 1) * upload.partBytes, number * upload.partBytes);
      await this.#ask('PUT', `/uploads/${upload.uploadId}/parts/${number}`, part);
    }
    await this.#ask('POST', `/uploads/${upload.uploadId}/complete`);
  }

  /** A session ends after some hours; the scanner goes on. */
  async #ask(method: string, path: string, body?: string | Uint8Array): Promise<Response> {
    try {
      return await this.#askOnce(method, path, body);
    } catch (failure) {
      if (!(failure instanceof DeskRefusal) || failure.status !== UNAUTHORIZED) throw failure;
      await this.#door.enter();
      return this.#askOnce(method, path, body);
    }
  }

  async #askOnce(method: string, path: string, body?: string | Uint8Array): Promise<Response> {
    const isPart = body instanceof Uint8Array;
    const headers: Record<string, string> = { 'x-requested-with': 'console', ...this.#door.headers() };
    if (body !== undefined)
      headers['content-type'] = isPart ? 'application/octet-stream' : 'application/json';
    if (isPart) headers['x-content-sha256'] = sha256(body);
    const sent = body as string | Uint8Array<ArrayBuffer> | undefined;
    return ask(`${this.#server}/api${path}`, { method, headers, ...(sent ? { body: sent } : {}) });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
