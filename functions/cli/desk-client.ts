/** The desk's API as a program uses it: signs in, finds the delivery under way, sends files by parts that resume. */
import { createHash } from 'node:crypto';

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

/** What the server said against a request; `status` 0 where it could not be reached. */
export class DeskRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export class DeskClient {
  readonly #server: string;
  readonly #user: string;
  readonly #password: string;
  #cookie = '';

  private constructor(server: string, user: string, password: string) {
    this.#server = server.replace(/\/+$/, '');
    this.#user = user.toLowerCase();
    this.#password = password;
  }

  static async signIn(server: string, user: string, password: string): Promise<DeskClient> {
    const client = new DeskClient(server, user, password);
    await client.#signIn();
    return client;
  }

  async #signIn(): Promise<void> {
    const credentials = { user: this.#user, password: this.#password };
    const answer = await this.#askOnce('POST', '/session', JSON.stringify(credentials));
    this.#cookie = answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Of the dossier named, else the one this clerk opened last; null when there is none. */
  async findBatch(dossierCode: string | undefined): Promise<OpenBatch | null> {
    const answer = await this.#ask('GET', '/batches?state=open');
    const batches = (await answer.json()) as OpenBatch[];
    const wanted = batches.filter((batch) =>
      dossierCode === undefined
        ? batch.createdBy?.id === this.#user
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
      await this.#signIn();
      return this.#askOnce(method, path, body);
    }
  }

  async #askOnce(method: string, path: string, body?: string | Uint8Array): Promise<Response> {
    const isPart = body instanceof Uint8Array;
    const headers: Record<string, string> = { 'x-requested-with': 'console', cookie: this.#cookie };
    if (body !== undefined)
      headers['content-type'] = isPart ? 'application/octet-stream' : 'application/json';
    if (isPart) headers['x-content-sha256'] = sha256(body);
    const sent = body as string | Uint8Array<ArrayBuffer> | undefined;
    const answer = await fetch(`${this.#server}/api${path}`, {
      method,
      headers,
      ...(sent ? { body: sent } : {}),
    }).catch(() => null);
    if (!answer) throw new DeskRefusal(0, 'Không có kết nối với máy chủ.');
    if (answer.ok) return answer;
    const { message, remedy } = (await answer.json().catch(() => ({}))) as {
      message?: string;
      remedy?: string;
    };
    throw new DeskRefusal(
      answer.status,
      [message ?? `HTTP ${answer.status}`, remedy].filter(Boolean).join(' '),
    );
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
