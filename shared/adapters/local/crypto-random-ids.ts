/** Unguessable ids from the system's cryptographic source. */
import { randomBytes } from 'node:crypto';
import type { RandomIds } from '../../ports/random-ids.ts';

const BYTES = 20;

export class CryptoRandomIds implements RandomIds {
  /** 160 bits as 40 hex digits. */
  next(): string {
    return randomBytes(BYTES).toString('hex');
  }
}
