/** How far the province is on the way to its own targets, over the dossiers of the last weeks. */
import type { Settings } from '../../shared/config/settings.ts';
import type { Dossier } from '../../shared/domain/dossier.ts';

export interface TargetFigure {
  readonly name: 'one-stop' | 'digitized' | 'reused';
  /** Percent; null while there is no dossier. */
  readonly reached: number | null;
  readonly target: number;
}

type Targets = Pick<Settings, 'oneStopTarget' | 'digitizedTarget' | 'reusedTarget'>;

/** Withdrawn dossiers count for nothing. */
export function targetFigures(dossiers: readonly Dossier[], targets: Targets): TargetFigure[] {
  const counted = dossiers.filter(({ state }) => state !== 'withdrawn');
  const share = (has: (dossier: Dossier) => boolean) =>
    counted.length === 0 ? null : Math.floor((100 * counted.filter(has).length) / counted.length);
  return [
    {
      name: 'one-stop',
      reached: share(({ dossierCode }) => dossierCode !== null),
      target: targets.oneStopTarget,
    },
    {
      name: 'digitized',
      reached: share(({ state }) => state === 'digitized'),
      target: targets.digitizedTarget,
    },
    { name: 'reused', reached: share(reusesPaper), target: targets.reusedTarget },
  ];
}

/** A paper on the list is on record already, so that nobody brings it. */
function reusesPaper({ manifest }: Dossier): boolean {
  return manifest.expectedDocuments.some(({ replacedBy }) => replacedBy !== undefined);
}
