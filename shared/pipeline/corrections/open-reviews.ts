/** What of a dossier's findings still asks for a person. */
import type { Dossier } from '../../domain/dossier.ts';
import { counts } from '../../domain/verdict.ts';

export function reviewsIn(dossier: Pick<Dossier, 'findings'>) {
  return dossier.findings
    .filter(counts)
    .flatMap(({ code, severity, message, pageId, docType }) =>
      severity === 'info'
        ? []
        : [{ code, severity, message, pageId: pageId ?? null, docType: docType ?? null }],
    );
}
