/** Who may sign in, as what and for which office. */
import { useState } from 'preact/hooks';
import { at, call } from '../http/call.ts';
import { useResource } from '../http/use-resource.ts';
import { t, word } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { NamedCode } from '../ui/named-code.tsx';
import { useRun } from '../ui/run.ts';
import { Failed, Loading } from '../ui/states.tsx';
import type { Account } from './answers.ts';
import { UserDialog } from './user-dialog.tsx';

export function Users() {
  const { data, failure, reload } = useResource<readonly Account[]>('/users');
  const [editing, setEditing] = useState<Account | 'new' | null>(null);
  if (!data) return failure ? <Failed failure={failure} onRetry={reload} /> : <Loading />;
  return (
    <section aria-label={t('control.users')}>
      <div class="actions">
        <Button kind="primary" icon="add" onClick={() => setEditing('new')}>
          {t('users.add')}
        </Button>
      </div>
      <div class="table-box">
        <table>
          <caption>{t('control.users')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('users.name')}</th>
              <th scope="col">{t('users.role')}</th>
              <th scope="col">{t('users.office')}</th>
              <th scope="col">{t('users.state')}</th>
              <th scope="col">{t('users.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((account) => (
              <UserRow
                key={account.id}
                account={account}
                reload={reload}
                onEdit={() => setEditing(account)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {editing && (
        <UserDialog
          account={editing === 'new' ? null : editing}
          reload={reload}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

interface UserRowProps {
  readonly account: Account;
  readonly reload: () => Promise<void>;
  readonly onEdit: () => void;
}

function UserRow({ account, reload, onEdit }: UserRowProps) {
  const { busy, failure, run } = useRun();
  const locked = account.lockedUntil ? new Date(account.lockedUntil) > new Date() : false;
  const turn = () =>
    run(async () => {
      const json = { disabled: !account.disabled };
      await call(at`/users/${account.id}`, { method: 'PATCH', json });
      await reload();
    });
  return (
    <tr>
      <th scope="row">
        {account.name} <span class="faint">{account.id}</span>
      </th>
      <td>{word('role', account.role)}</td>
      <td>
        <NamedCode code={account.officeCode ?? account.unitCode} name={account.placeName} />
      </td>
      <td>{account.disabled ? t('users.disabled') : locked ? t('users.locked') : t('users.active')}</td>
      <td>
        <div class="actions">
          <Button onClick={onEdit}>{t('users.edit')}</Button>
          <Button busy={busy} onClick={() => void turn()}>
            {account.disabled ? t('users.enable') : t('users.disable')}
          </Button>
        </div>
        {failure && <Failed failure={failure} />}
      </td>
    </tr>
  );
}
