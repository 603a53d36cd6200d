/** Calls the API: same origin, cookie session, a header that no foreign form can send; failures speak to a person. */

export class CallFailure extends Error {
  override readonly name = 'CallFailure';
  /** 0: no line. */
  readonly status: number;
  readonly code: string;
  readonly remedy: string;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    super(typeof body.message === 'string' ? body.message : `HTTP ${status}`);
    this.status = status;
    this.code = typeof body.code === 'string' ? body.code : '';
    this.remedy = typeof body.remedy === 'string' ? body.remedy : '';
    this.body = body;
  }
}

const signedOut = new EventTarget();

/** Told when the server no longer knows the session. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.addEventListener('signed-out', listener);
  return () => signedOut.removeEventListener('signed-out', listener);
}

interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly body?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** @throws CallFailure */
export async function call<Answer>(path: string, options: CallOptions = {}): Promise<Answer> {
  const { method = 'GET', json, body, headers, signal } = options;
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, {
      method,
      headers: {
        ...headers,
        'x-requested-with': 'console',
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: json === undefined ? (body ?? null) : JSON.stringify(json),
      signal: signal ?? null,
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new CallFailure(0, { code: 'offline' });
  }
  if (answer.status === 204) return undefined as Answer;
  const said = await answer.json().catch(() => ({}));
  if (answer.ok) return said as Answer;
  if (answer.status === 401 && path !== '/session') signedOut.dispatchEvent(new Event('signed-out'));
  throw new CallFailure(answer.status, said);
}

/** Ids go into addresses. */
export function at(parts: TemplateStringsArray, ...ids: readonly (string | number)[]): string {
  return String.raw({ raw: parts }, ...ids.map((id) => encodeURIComponent(id)));
}
