/** Door of the announcement step: it takes the outbox itself, not a message. */
import { toDigitizationError } from '../../shared/errors/disposition.ts';
import { announce } from '../../shared/pipeline/announcement.ts';
import type { Office } from '../../shared/pipeline/step.ts';
import { openOffice } from '../lambda.ts';

/** Tells everything that waits, round by round; returns how many messages were told. */
export async function handle(office: Office): Promise<number> {
  let told = 0;
  for (let round = await announce(office); round > 0; round = await announce(office)) told += round;
  return told;
}

/**
 * Rung by the table's stream, and each minute by a schedule. What rang is not looked at: the rows are the truth, so
 * no record of the stream can be poison, and a bell that fails must not block its shard: the next sweep tells.
 */
export async function handler(): Promise<{ told: number }> {
  const office = await openOffice();
  try {
    return { told: await handle(office) };
  } catch (error) {
    const { code, detail } = toDigitizationError(error);
    office.log.error('step-failed', { step: 'announcement', ...detail, code });
    return { told: 0 };
  }
}
