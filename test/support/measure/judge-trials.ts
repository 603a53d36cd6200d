/** Has pictures judged as intake and validation judge them, before any text is read. */
import { EMPTY_MANIFEST } from '../../../shared/domain/manifest.ts';
import type { PageFacts } from '../../../shared/domain/page.ts';
import { validateDossier } from '../../../shared/domain/validate-dossier.ts';
import type { Trial } from './quality-trials.ts';
import type { ReadingDesk } from './reading-desk.ts';

export const PICTURE_CODES = ['BLANK_PAGE', 'BLURRY_PAGE', 'TOO_DARK', 'CUT_OFF', 'LOW_DPI'] as const;

export interface Judgement {
  readonly trial: Trial;
  readonly codes: readonly string[];
  readonly facts: PageFacts;
  /** From the bytes to the verdict. */
  readonly tookMs: number;
}

export async function judgeTrial(trial: Trial, desk: ReadingDesk): Promise<Judgement> {
  const bytes = await trial.make();
  const startedMs = performance.now();
  const facts = await desk.look(bytes);
  const { findings } = validateDossier({
    dossierCode: null,
    manifest: EMPTY_MANIFEST,
    pages: [facts],
    today: '2026-06-10',
  });
  const tookMs = performance.now() - startedMs;
  const codes = findings
    .map(({ code }) => code)
    .filter((code) => (PICTURE_CODES as readonly string[]).includes(code));
  return { trial, codes, facts, tookMs };
}
