/** How a program comes in at the desk's API: what it shows with each request, and how it comes in again. */

/** What the server said against a request; `status` 0 where it could not be reached. */
export class DeskRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface DeskDoor {
  /** Sent with each request; empty before the first `enter`. */
  headers(): Readonly<Record<string, string>>;
  /** Comes in, or comes in again when the server no longer knows us. @throws DeskRefusal */
  enter(): Promise<void>;
}

/** @throws DeskRefusal with the server's own sentence and remedy */
export async function ask(address: string, request: RequestInit): Promise<Response> {
  const answer = await fetch(address, request).catch(() => null);
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
