/** The one error class: a catalogued code, its kind, and what it is about; never personal data. */
import { catalogue, type ErrorCode, type ErrorKind } from './catalogue.ts';

export class DigitizationError extends Error {
  override readonly name = 'DigitizationError';
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  /** Figures and ids that help: page numbers, limits, byte counts. */
  readonly detail: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: ErrorCode,
    detail: Readonly<Record<string, string | number | boolean>> = {},
    options?: { cause?: unknown },
  ) {
    super(`${code} ${JSON.stringify(detail)}`, options);
    this.code = code;
    this.kind = catalogue[code].kind;
    this.detail = detail;
  }
}
