/** Uploads a file by parts as the console does: it asks what is there, sends the rest, and tries again whatever fails. */
import { createHash } from 'node:crypto';

export type Send = (path: string, init: RequestInit) => Promise<Response>;

export interface DeskFile {
  readonly position: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly replaces?: string;
}

interface Begun {
  readonly uploadId: string;
  readonly partBytes: number;
  readonly partCount: number;
  readonly received: number[];
}

const MOST_TRIES = 200;

/** Returns the scan's id. `send` may lose anything on either way. */
export async function uploadFile(send: Send, batchId: string, file: DeskFile): Promise<string> {
  const { bytes, ...named } = file;
  const announced = JSON.stringify({ ...named, bytes: bytes.length, sha256: hashOf(bytes) });
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      const begun = await readJson<Begun>(
        await send(`/api/batches/${batchId}/uploads`, { method: 'POST', body: announced }),
      );
      await sendParts(send, begun, bytes);
      const done = await send(`/api/uploads/${begun.uploadId}/complete`, { method: 'POST' });
      return (await readJson<{ scanId: string }>(done)).scanId;
    } catch {
      // A lost request or answer, a damaged part: ask again what is there.
    }
  }
  throw new Error(`not uploaded after ${MOST_TRIES} tries`);
}

async function sendParts(send: Send, { uploadId, partBytes, partCount, received }: Begun, bytes: Uint8Array) {
  for (let number = 1; number <= partCount; number++) {
    if (received.includes(number)) continue;
    const part = bytes.slice((number - 1) * partBytes, number * partBytes);
    const answer = await send(`/api/uploads/${uploadId}/parts/${number}`, {
      method: 'PUT',
      headers: { 'x-content-sha256': hashOf(part) },
      body: part,
    });
    if (answer.status !== 204) throw new Error(`part answered ${answer.status}`);
  }
}

async function readJson<Answer>(answer: Response): Promise<Answer> {
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return (await answer.json()) as Answer;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
