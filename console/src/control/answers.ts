/** Shapes of the control room's answers. */
import type { Role } from '../http/answers.ts';

export interface StepFlow {
  readonly step: string;
  readonly waiting: number;
  readonly inFlight: number;
  readonly dead: number;
  readonly oldestAgeMs: number | null;
  /** Older than the province wants any work to be. */
  readonly isLate?: boolean;
}

export interface TargetFigure {
  readonly name: string;
  /** Percent; null while there is no dossier. */
  readonly reached: number | null;
  readonly target: number;
}

export interface FlowAnswer {
  readonly steps: readonly StepFlow[];
  readonly openBatches?: number;
  readonly pagesToday?: number;
  readonly dossiersToday?: number;
  readonly targets?: readonly TargetFigure[];
}

export interface FailureRow {
  readonly queue: string;
  /** Null where nobody knows any more. */
  readonly code: string | null;
  readonly count: number;
  readonly oldestAt: string;
  readonly message: string;
  readonly remedy: string;
  readonly actor: string;
}

export interface QualityRow {
  readonly officeCode?: string;
  readonly officeName?: string | null;
  readonly userId?: string;
  readonly name?: string;
  readonly dossiers: number;
  readonly pages: number;
  /** Share, 0 to 1. */
  readonly rescanRate: number;
  readonly findingsPerDossier: number;
  readonly secondsPerPage: number | null;
}

export interface SettingRow {
  readonly name: string;
  readonly env: string;
  readonly value: string | number | boolean;
  readonly source: string;
  readonly unit: string;
  readonly meaning: string;
  readonly meaningVi: string;
}

export interface ActRow {
  readonly kind: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly subject: string;
  readonly detail?: string;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly officeCode?: string;
  readonly unitCode?: string;
  /** Of that office or unit, where the province's file names it. */
  readonly placeName?: string | null;
  readonly disabled?: boolean;
  readonly lockedUntil?: string | null;
}
