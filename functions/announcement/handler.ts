/** Door of the announcement step: it takes the outbox itself, not a message. */
import { announce } from '../../shared/pipeline/announcement.ts';
import type { Office } from '../../shared/pipeline/step.ts';

/** Tells everything that waits, round by round; returns how many messages were told. */
export async function handle(office: Office): Promise<number> {
  let told = 0;
  for (let round = await announce(office); round > 0; round = await announce(office)) told += round;
  return told;
}
