/** The order of the work, written once: who takes which message, and which messages the world may hear. */

export type StepName = 'intake' | 'recognition' | 'validation' | 'assembly' | 'attachment' | 'indexing';

export interface Route {
  /** The step that works on it; one queue a step. */
  readonly step?: StepName;
  /** Published as an event of this name in `events/`, which any number may subscribe to. */
  readonly published?: true;
}

export const routes = {
  'scan-delivered': { step: 'intake' },
  'scan-rejected': { published: true },
  'page-received': { step: 'recognition' },
  'page-recognized': { published: true },
  'secret-paper-found': { published: true },
  'batch-settled': { step: 'validation' },
  'dossier-corrected': { step: 'validation' },
  'file-due': { step: 'assembly' },
  'dossier-saved': { step: 'indexing' },
  'review-requested': { published: true },
  'rescan-requested': { published: true },
  'dossier-digitized': { published: true, step: 'attachment' },
  'files-attached': { published: true },
  'review-answered': { published: true },
  'supplement-requested': { published: true },
  'dossier-withdrawn': { published: true, step: 'attachment' },
} as const satisfies Record<string, Route>;

export type MessageType = keyof typeof routes;

export const steps: readonly StepName[] = [
  'intake',
  'recognition',
  'validation',
  'assembly',
  'attachment',
  'indexing',
];

export function routeOf(type: string): Route | undefined {
  return Object.hasOwn(routes, type) ? routes[type as MessageType] : undefined;
}
