import { describe, expect, it } from 'vitest';
import type { AdminAct, AdminActKind } from '../../shared/domain/admin-act.ts';
import type { AdminActs } from '../../shared/ports/admin-acts.ts';
import { type Make, open } from './subject.ts';

function act(kind: AdminActKind, minute: number, detail?: string): AdminAct {
  return {
    kind,
    at: `2026-11-02T03:0${minute}:00.000Z`,
    by: { id: 'quan', name: 'Đỗ Quân' },
    subject: 'mai.vo',
    ...(detail === undefined ? {} : { detail }),
  };
}

export function describeAdminActs(name: string, make: Make<AdminActs>): void {
  describe(`AdminActs: ${name}`, () => {
    it('keeps every act as it was, also the very same done again, newest first', async () => {
      const acts = await open(make);
      expect(await acts.list(10)).toEqual([]);
      const [added, disabled] = [act('account-added', 1, 'clerk'), act('account-disabled', 2)];
      await acts.note([added]);
      await acts.note([disabled]);
      await acts.note([disabled]);
      expect(await acts.list(10)).toEqual([disabled, disabled, added]);
    });

    it('keeps the order of what was done at once, and lists no more than asked', async () => {
      const acts = await open(make);
      const both = [act('account-changed', 3, 'name'), act('password-reset', 3)];
      await acts.note([act('account-added', 1)]);
      await acts.note(both);
      expect(await acts.list(2)).toEqual(both.toReversed());
    });
  });
}
