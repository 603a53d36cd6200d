/** SHA-256 fingerprints of bytes and of plain data. */
import { createHash } from 'node:crypto';

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Equal for equal data, whatever the order of keys. */
export function sha256OfData(data: unknown): string {
  return sha256(JSON.stringify(data, (_key, value) => (isPlainObject(value) ? sortKeys(value) : value)));
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortKeys(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
