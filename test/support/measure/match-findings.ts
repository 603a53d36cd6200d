/** Holds what validation says against what was planted: page findings by page, the others by type of paper. */
import type { Finding } from '../../../shared/domain/finding.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import type { DossierDecision } from '../../../shared/domain/validate-dossier.ts';
import type { ExpectedFinding, PlantedDossier } from './planted-faults.ts';

/** Not planted, or not what this is about. */
const UNSCORED: ReadonlySet<string> = new Set(['SCAN_WARNING', 'SCAN_BELOW_STANDARD']);
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

function isScored({ code }: Finding): boolean {
  return !UNSCORED.has(code);
}

export function matchFindings(
  { stack, expected }: Pick<PlantedDossier, 'stack' | 'expected'>,
  pages: readonly PageFacts[],
  decision: DossierDecision,
): Outcome {
  const left = decision.findings.filter(isScored);
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
