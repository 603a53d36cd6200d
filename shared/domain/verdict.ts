/** What the findings of a dossier come to: nothing to do, a person should look, or somebody must scan again. */
import type { Finding, FindingCode, Verdict } from './finding.ts';

/** What only a better scan cures. */
const RESCAN: ReadonlySet<FindingCode> = new Set([
  'BLURRY_PAGE',
  'TOO_DARK',
  'CUT_OFF',
  'SCAN_REJECTED',
  'RESCAN_REQUESTED',
]);

export function asksForRescan(finding: Finding): boolean {
  return RESCAN.has(finding.code) && counts(finding);
}

/** Findings that a person accepted as they are say nothing any more. */
export function verdictOn(findings: readonly Finding[]): Verdict {
  if (findings.some(asksForRescan)) return 'rescan';
  return findings.some((finding) => finding.severity !== 'info' && counts(finding))
    ? 'needs-review'
    : 'clean';
}

/** Whether it still asks something of somebody: what a person accepted as it is does not. */
export function counts({ answer }: Finding): boolean {
  return answer?.choice !== 'accepted';
}
