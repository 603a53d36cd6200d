import { describe, expect, it } from 'vitest';
import type { Accounts } from '../../shared/ports/accounts.ts';
import { type Make, open } from './subject.ts';

const HOA = { id: 'hoa.le', name: 'Lê Thị Hoa', role: 'clerk', officeCode: '970010' } as const;
const KHOA = { id: 'khoa', name: 'Trần Đăng Khoa', role: 'officer', unitCode: 'H12.09' } as const;
/** Long enough, and of all kinds of characters, for the strictest keeper. */
const PASSWORD = 'Mật-khẩu-dài-123';

export function describeAccounts(name: string, make: Make<Accounts>): void {
  describe(`Accounts: ${name}`, () => {
    it('lists whom it was given, by id, each with role, office or unit, and no password', async () => {
      const accounts = await open(make);
      expect(await accounts.list()).toEqual([]);
      await accounts.add({ ...KHOA, password: PASSWORD });
      await accounts.add({ ...HOA, officeCode: '970010', unitCode: undefined, password: PASSWORD });
      expect(await accounts.list()).toEqual([
        { ...HOA, disabled: false },
        { ...KHOA, disabled: false },
      ]);
    });

    it('gives an id once, and leaves the account that has it as it is', async () => {
      const accounts = await open(make);
      await accounts.add({ ...HOA, password: PASSWORD });
      const other = { ...HOA, name: 'Người khác', role: 'admin', password: PASSWORD } as const;
      await expect(accounts.add(other)).rejects.toMatchObject({ code: 'account-exists' });
      expect(await accounts.list()).toEqual([{ ...HOA, disabled: false }]);
    });

    it('changes what is named and leaves the rest', async () => {
      const accounts = await open(make);
      await accounts.add({ ...HOA, password: PASSWORD });
      await accounts.change(HOA.id, { name: 'Lê Thu Hoa', officeCode: undefined, role: undefined });
      expect(await accounts.list()).toEqual([{ ...HOA, name: 'Lê Thu Hoa', disabled: false }]);
      await accounts.change(HOA.id, { officeCode: '970011' });
      expect((await accounts.list())[0]).toMatchObject({ name: 'Lê Thu Hoa', officeCode: '970011' });
    });

    it('moves a person to another role: one role at a time', async () => {
      const accounts = await open(make);
      await accounts.add({ ...HOA, password: PASSWORD });
      await accounts.change(HOA.id, { role: 'officer', unitCode: 'H12.07' });
      expect(await accounts.list()).toMatchObject([{ id: HOA.id, role: 'officer', unitCode: 'H12.07' }]);
      await accounts.change(HOA.id, { role: 'clerk' });
      expect(await accounts.list()).toMatchObject([{ id: HOA.id, role: 'clerk' }]);
    });

    it('shuts an account and opens it again', async () => {
      const accounts = await open(make);
      await accounts.add({ ...KHOA, password: PASSWORD });
      await accounts.change(KHOA.id, { disabled: true });
      expect(await accounts.list()).toEqual([{ ...KHOA, disabled: true }]);
      await accounts.change(KHOA.id, { disabled: false, password: `${PASSWORD}4` });
      expect(await accounts.list()).toEqual([{ ...KHOA, disabled: false }]);
    });

    it('knows nobody who was not added', async () => {
      const accounts = await open(make);
      await expect(accounts.change('nobody', { name: 'Ai' })).rejects.toMatchObject({
        code: 'record-missing',
      });
      await expect(accounts.change('nobody', { disabled: true })).rejects.toMatchObject({
        code: 'record-missing',
      });
      expect(await accounts.list()).toEqual([]);
    });
  });
}
