/** A validation rule: what must be true of a dossier, and the findings where it is not. */
import type { DossierReview } from '../dossier-review.ts';
import type { Finding } from '../finding.ts';

/** Pure; its sentences are plain Vietnamese, name the page and say the one thing to do. */
export type ValidationRule = (dossier: DossierReview) => Finding[];
