/** A failure as the client hears it: a status by its kind, a sentence and what to do. */
import type { Context } from 'hono';
import { catalogue, type ErrorCode } from '../../shared/errors/catalogue.ts';
import { dispositions, toDigitizationError } from '../../shared/errors/disposition.ts';
import type { ApiOffice } from './api-office.ts';

/** What HTTP has a word of its own for. */
const STATUSES: Partial<Record<ErrorCode, number>> = {
  'sign-in-needed': 401,
  'sign-in-failed': 401,
  'token-refused': 401,
  'not-allowed': 403,
  'sign-in-locked': 429,
  'too-many-requests': 429,
  'scan-too-large': 413,
};

export function sayProblem(code: ErrorCode): { code: ErrorCode; message: string; remedy: string } {
  const { vi, remedyVi } = catalogue[code];
  return { code, message: vi, remedy: remedyVi };
}

/** The detail holds figures and ids only, never what a person typed. */
export function answerFailure(error: unknown, context: Context, office: ApiOffice): Response {
  const { code, kind, detail, cause } = toDigitizationError(error);
  if (kind === 'defect' || kind === 'unavailable') {
    const origin = cause instanceof Error ? { error: cause.name, at: firstFrame(cause) } : {};
    office.log.warn('request-failed', { code, path: withoutAccount(context.req.path), ...origin });
  }
  const status = STATUSES[code] ?? dispositions[kind].httpStatus;
  return context.json({ ...sayProblem(code), ...(hasAny(detail) ? { detail } : {}) }, status as 500);
}

/** Ids of dossiers and pages are no personal data; names of accounts may be. */
function withoutAccount(path: string): string {
  return path.replace(/^\/api\/users\/.*/, '/api/users');
}

function hasAny(detail: object): boolean {
  return Object.keys(detail).length > 0;
}

function firstFrame(error: Error): string {
  return /\n\s+at (.*)/.exec(error.stack ?? '')?.[1] ?? '';
}
