/** A new account, or another name, role, office or password for one. */
import { useState } from 'preact/hooks';
import type { Role } from '../http/answers.ts';
import { at, call } from '../http/call.ts';
import { t, word } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Input } from '../ui/input.tsx';
import { useRun } from '../ui/run.ts';
import { Failed } from '../ui/states.tsx';
import type { Account } from './answers.ts';

const ROLES: readonly Role[] = ['clerk', 'officer', 'admin'];

interface UserDialogProps {
  readonly account: Account | null;
  readonly reload: () => Promise<void>;
  readonly onClose: () => void;
}

export function UserDialog({ account, reload, onClose }: UserDialogProps) {
  const [form, setForm] = useState({
    id: account?.id ?? '',
    name: account?.name ?? '',
    role: account?.role ?? ('clerk' as Role),
    officeCode: account?.officeCode ?? '',
    unitCode: account?.unitCode ?? '',
    password: '',
  });
  const { busy, failure, run } = useRun();
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const save = async (event: Event) => {
    event.preventDefault();
    const { id, ...rest } = form;
    const filled = Object.fromEntries(
      Object.entries(rest).filter(
        ([name, value]) => value !== '' && value !== account?.[name as keyof Account],
      ),
    );
    const saved = await run(async () => {
      await (account
        ? call(at`/users/${account.id}`, { method: 'PATCH', json: filled })
        : call('/users', { method: 'POST', json: { id, ...filled } }));
      await reload();
    });
    if (saved) onClose();
  };
  return (
    <Dialog title={account ? t('users.edit') : t('users.add')} onClose={onClose}>
      <form onSubmit={save}>
        {!account && (
          <Input
            label={t('signIn.user')}
            value={form.id}
            onInput={(id) => change({ id })}
            autocomplete="off"
          />
        )}
        <Input
          label={t('users.name')}
          value={form.name}
          onInput={(name) => change({ name })}
          autocomplete="off"
        />
        <fieldset class="choices">
          <legend>{t('users.role')}</legend>
          {ROLES.map((role) => (
            <label key={role}>
              <input
                type="radio"
                name="role"
                checked={form.role === role}
                onChange={() => change({ role })}
              />
              {word('role', role)}
            </label>
          ))}
        </fieldset>
        {form.role === 'clerk' && (
          <Input
            label={t('users.officeCode')}
            value={form.officeCode}
            onInput={(officeCode) => change({ officeCode })}
          />
        )}
        {form.role === 'officer' && (
          <Input
            label={t('users.unitCode')}
            value={form.unitCode}
            onInput={(unitCode) => change({ unitCode })}
          />
        )}
        <Input
          label={account ? t('users.newPassword') : t('signIn.password')}
          type="password"
          value={form.password}
          onInput={(password) => change({ password })}
          autocomplete="new-password"
        />
        {failure && <Failed failure={failure} />}
        <div class="actions end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            busy={busy}
            disabled={!form.name || (!account && (!form.id || !form.password))}
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
