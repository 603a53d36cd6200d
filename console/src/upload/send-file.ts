/** Sends one file in parts; begun before, it goes on where it was; the server checks the checksum of the whole. */
import { at, CallFailure, call } from '../http/call.ts';
import { sha256Hex } from './sha256.ts';
import type { WaitingFile } from './waiting.ts';

interface UploadAnswer {
  readonly uploadId: string;
  readonly partBytes: number;
  readonly partCount: number;
  /** Numbers of parts that are there already. */
  readonly received: readonly number[];
  /** Addresses to send parts to directly, where the store takes them itself. */
  readonly parts?: readonly PartAddress[];
  /** The very file is stored already. */
  readonly scanId?: string;
}

interface PartAddress {
  readonly number: number;
  readonly url: string;
  /** Signed with the address: to be sent exactly so. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @param sent told the bytes that are safe so far. @throws CallFailure */
export async function sendFile(
  batchId: string,
  file: WaitingFile & { readonly sha256: string },
  sent: (bytes: number) => void,
): Promise<string> {
  const begun = await beginUpload(batchId, file);
  // A store that takes parts itself gives addresses that are good for these very bytes alone, once it knows them.
  const upload = begun.parts
    ? await beginUpload(batchId, file, await hashParts(file.content, begun.partBytes))
    : begun;
  if (upload.scanId) return upload.scanId;
  const received = new Set(upload.received);
  let safeBytes = Math.min(file.content.size, received.size * upload.partBytes);
  sent(safeBytes);
  for (let number = 1; number <= upload.partCount; number++) {
    if (received.has(number)) continue;
    const part = file.content.slice((number - 1) * upload.partBytes, number * upload.partBytes);
    const address = upload.parts?.find((one) => one.number === number);
    await (address ? sendToStore(address, part) : sendPart(upload.uploadId, number, part));
    safeBytes += part.size;
    sent(safeBytes);
  }
  const { scanId } = await call<{ scanId: string }>(at`/uploads/${upload.uploadId}/complete`, {
    method: 'POST',
  });
  return scanId;
}

function beginUpload(
  batchId: string,
  file: WaitingFile & { readonly sha256: string },
  partHashes?: readonly string[],
): Promise<UploadAnswer> {
  return call<UploadAnswer>(at`/batches/${batchId}/uploads`, {
    method: 'POST',
    json: {
      position: file.position,
      name: file.name,
      bytes: file.content.size,
      sha256: file.sha256,
      ...(file.replaces ? { replaces: file.replaces } : {}),
      ...(file.inserted ? { inserted: file.inserted } : {}),
      ...(partHashes ? { partHashes } : {}),
    },
  });
}

async function hashParts(content: Blob, partBytes: number): Promise<string[]> {
  const hashes: string[] = [];
  for (let start = 0; start < content.size; start += partBytes) {
    hashes.push(await sha256Hex(content.slice(start, start + partBytes)));
  }
  return hashes;
}

async function sendPart(uploadId: string, number: number, part: Blob): Promise<void> {
  await call(at`/uploads/${uploadId}/parts/${number}`, {
    method: 'PUT',
    body: part,
    headers: { 'content-type': 'application/octet-stream', 'x-content-sha256': await sha256Hex(part) },
  });
}

async function sendToStore({ url, headers }: PartAddress, part: Blob): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body: part, headers }).catch(() => null);
  if (!answer) throw new CallFailure(0, { code: 'offline' });
  if (!answer.ok) throw new CallFailure(answer.status === 403 ? 503 : answer.status, {});
}
