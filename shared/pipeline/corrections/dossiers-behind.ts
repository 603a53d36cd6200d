/** Which dossiers pages may be in, whatever the way they came there. */
import type { DossierId } from '../../domain/ids.ts';
import type { Page } from '../../domain/page.ts';
import type { DossierRepository } from '../../ports/dossier-repository.ts';

/** What their deliveries became, and where people moved them; none before the first. */
export async function dossiersBehind(
  repository: Pick<DossierRepository, 'batch'>,
  pages: readonly Page[],
): Promise<DossierId[]> {
  const ids = [...new Set(pages.map(({ batchId }) => batchId))];
  const batches = await Promise.all(ids.map((batchId) => repository.batch(batchId)));
  const became = batches.flatMap((batch) => batch?.dossierIds ?? []);
  const moved = pages.flatMap(({ plan }) => (plan?.dossierCode ? [plan.dossierCode as DossierId] : []));
  return [...new Set([...became, ...moved])];
}

/** An orphan's id is no code. */
export function codeOf(dossierId: DossierId): string | null {
  return dossierId.startsWith('orphan-') ? null : dossierId;
}
