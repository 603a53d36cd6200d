/** Door of the nightly deletion: no message asks for it, a schedule does. */
import { applyRetention, type RetentionReport } from '../../shared/pipeline/retention.ts';
import { openOffice } from '../lambda.ts';

export async function handler(): Promise<RetentionReport> {
  return applyRetention(await openOffice());
}
