/** Keeps what an admin did through the API, once it is done: who, when, to what. */
import type { AdminAct } from '../../shared/domain/admin-act.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ApiOffice } from './api-office.ts';

/** @throws DigitizationError where the record cannot be written: the admin must hear that nobody will see it. */
export async function noteActs(
  { adminActs, clock }: Pick<ApiOffice, 'adminActs' | 'clock'>,
  { id, name }: Person,
  subject: string,
  done: readonly Pick<AdminAct, 'kind' | 'detail'>[],
): Promise<void> {
  const at = clock.now().toISOString();
  await adminActs.note(done.map((act) => ({ ...act, at, by: { id, name }, subject })));
}
