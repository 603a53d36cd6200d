/** Holds what validation says against what was planted: page findings by page, the others by type of paper. */
import type { Finding, FindingCode } from '../../../shared/domain/finding.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { DossierDecision } from '../../../shared/domain/validate-dossier.ts';
import type { ExpectedFinding, PlantedDossier } from './planted-faults.ts';

/** The codes that are planted; what else validation notes is not what this is about. */
export const PLANTED_CODES = [
  'MISSING_REQUIRED',
  'NAME_MISMATCH',
  'ID_MISMATCH',
  'DOB_MISMATCH',
  'FOREIGN_PAPER',
  'EXPIRED_ID',
  'TYPE_MISMATCH',
  'BLANK_PAGE',
  'ROTATED_PAGE',
  'BLURRY_PAGE',
  'TOO_DARK',
  'CUT_OFF',
  'LOW_DPI',
  'DUPLICATE_PAGE',
  'PAGE_ORDER',
  'MISSING_PAGE',
  'SEPARATOR_UNREADABLE',
  'SEPARATOR_OTHER_DOSSIER',
  'ITEM_ID_INVALID',
] as const satisfies readonly FindingCode[];

const SCORED: ReadonlySet<string> = new Set(PLANTED_CODES);
/** A paper of somebody else also differs in name, number and birth date. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  FOREIGN_PAPER: ['NAME_MISMATCH', 'ID_MISMATCH', 'DOB_MISMATCH'],
  DOB_MISMATCH: ['DOB_MISMATCH'],
};

export interface Outcome {
  readonly found: readonly ExpectedFinding[];
  readonly missed: readonly ExpectedFinding[];
  readonly invented: readonly Finding[];
}

export function matchFindings(
  { stack, expected }: Pick<PlantedDossier, 'stack' | 'expected'>,
  pages: readonly PageFacts[],
  decision: DossierDecision,
): Outcome {
  const left = decision.findings.filter(({ code }) => SCORED.has(code));
  const found: ExpectedFinding[] = [];
  const missed: ExpectedFinding[] = [];
  for (const wish of expected) {
    const page = wish.sheet && pages[stack.indexOf(wish.sheet)]!.pageId;
    const at = left.findIndex(
      ({ code, pageId, docType }) =>
        code === wish.code && (!page || pageId === page) && (!wish.type || !docType || docType === wish.type),
    );
    if (at >= 0) left.splice(at, 1);
    (at >= 0 ? found : missed).push(wish);
  }
  const implied = new Set(expected.flatMap(({ code }) => IMPLIED[code] ?? []));
  return { found, missed, invented: left.filter(({ code }) => !implied.has(code)) };
}
