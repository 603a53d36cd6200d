/** Unguessable ids: whoever knows one was told it. */
export interface RandomIds {
  /** At least 128 bits from a cryptographic source, in letters and digits. */
  next(): string;
}
