/** Accounts as the control room keeps them, and the superiors that a hard case goes up to. */
import { Hono } from 'hono';
import { kindsOfChange } from '../../../shared/domain/admin-act.ts';
import { isUnitWithin } from '../../../shared/domain/agency-unit.ts';
import { officeNamed, strangePlace, unitNamed } from '../../../shared/domain/province-directory.ts';
import { DigitizationError } from '../../../shared/errors/digitization-error.ts';
import { accountChangesSchema, newAccountSchema } from '../account-schema.ts';
import type { ApiOffice } from '../api-office.ts';
import type { ApiEnvironment } from '../environment.ts';
import { noteActs } from '../note-acts.ts';
import { readJson } from '../request.ts';

export function userRoutes(office: ApiOffice): Hono<ApiEnvironment> {
  const { accounts } = office;
  return new Hono<ApiEnvironment>()
    .get('/users', async (context) => {
      const listed = await accounts.list();
      return context.json(listed.map((account) => ({ ...account, placeName: placeNameOf(office, account) })));
    })
    .post('/users', async (context) => {
      const account = await readJson(context, newAccountSchema);
      refuseStrangePlace(office, account);
      await accounts.add(account);
      await noteActs(office, context.var.person, account.id, [
        { kind: 'account-added', detail: account.role },
      ]);
      office.log.info('account-added', { role: account.role });
      return context.body(null, 201);
    })
    .patch('/users/:userId', async (context) => {
      const changes = await readJson(context, accountChangesSchema);
      refuseStrangePlace(office, changes);
      const id = context.req.param('userId');
      const isSelf = id === context.var.person.id;
      // The last admin must not lock the door from inside.
      if (isSelf && (changes.disabled || changes.role)) throw new DigitizationError('not-allowed');
      await accounts.change(id, changes);
      await noteActs(office, context.var.person, id, kindsOfChange(changes));
      office.log.info('account-changed', { fields: Object.keys(changes).join() });
      return context.body(null, 204);
    })
    .get('/superiors', async (context) => {
      const { person } = context.var;
      const superiors = (await accounts.list()).filter(
        ({ id, role, unitCode, disabled }) =>
          !disabled &&
          role === 'officer' &&
          id !== person.id &&
          unitCode !== undefined &&
          isUnitWithin(person.unitCode ?? office.settings.unitCode, unitCode),
      );
      return context.json(superiors.map(({ id, name, unitCode }) => ({ id, name, unitCode })));
    });
}

interface AccountPlace {
  readonly officeCode?: string | undefined;
  readonly unitCode?: string | undefined;
}

/** Null where the province's file does not name it. */
function placeNameOf({ directory }: ApiOffice, { officeCode, unitCode }: AccountPlace): string | null {
  if (!directory) return null;
  return officeNamed(directory, officeCode ?? null) ?? unitNamed(directory, unitCode ?? null);
}

/** A mistyped code would be an account that sees nothing, or a dossier that nobody sees. */
function refuseStrangePlace({ directory }: ApiOffice, account: AccountPlace): void {
  const field = directory && strangePlace(directory, account);
  if (field) throw new DigitizationError('request-invalid', { field });
}
