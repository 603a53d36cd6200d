import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  CreateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { CognitoAccounts } from '../../shared/adapters/aws/cognito-accounts.ts';
import { describeAccounts } from '../contract/accounts.contract.ts';
import { createStack, servers, withMoto } from './peers.ts';

const HOA = { id: 'hoa.le', name: 'Lê Thị Hoa', role: 'clerk', officeCode: '970010' } as const;
const PASSWORD = 'Mat-khau-dai-123';

async function makePool() {
  const stack = createStack();
  const { ref: poolId } = await stack.make('AWS::Cognito::UserPool', /./);
  await stack.makeAll('AWS::Cognito::UserPoolGroup');
  return { poolId, accounts: new CognitoAccounts(servers.cognito, poolId) };
}

/** What Cognito says of an id and a password: a session, or what it asks for next. */
async function signIn(poolId: string, password: string) {
  const { UserPoolClient: client } = await servers.cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'test',
      ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'],
    }),
  );
  return servers.cognito.send(
    new AdminInitiateAuthCommand({
      UserPoolId: poolId,
      ClientId: client!.ClientId!,
      AuthFlow: 'ADMIN_NO_SRP_AUTH',
      AuthParameters: { USERNAME: HOA.id, PASSWORD: password },
    }),
  );
}

withMoto('Cognito on moto, the pool of the synthesized template', () => {
  describeAccounts('Cognito', async () => {
    const { accounts } = await makePool();
    return { subject: accounts, close: async () => {} };
  });

  it('takes the password as the person’s own, and the new one after a change', async () => {
    const { poolId, accounts } = await makePool();
    await accounts.add({ ...HOA, password: PASSWORD });
    expect((await signIn(poolId, PASSWORD)).ChallengeName).not.toBe('NEW_PASSWORD_REQUIRED');
    await accounts.change(HOA.id, { password: `${PASSWORD}4` });
    await expect(signIn(poolId, PASSWORD)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect((await signIn(poolId, `${PASSWORD}4`)).ChallengeName).not.toBe('NEW_PASSWORD_REQUIRED');
  });

  it('says that the password is too weak for the pool, and the id stays free', async () => {
    const { accounts } = await makePool();
    const weak = { ...HOA, password: 'chi-chu-thuong' };
    await expect(accounts.add(weak)).rejects.toMatchObject({
      code: 'request-invalid',
      detail: { field: 'password' },
    });
    expect(await accounts.list()).toEqual([]);
    await accounts.add({ ...HOA, password: PASSWORD });
    await expect(accounts.change(HOA.id, { password: 'ngan' })).rejects.toMatchObject({
      code: 'request-invalid',
    });
  });

  it('finishes an account that was cut off before it had a role', async () => {
    const { poolId, accounts } = await makePool();
    await servers.cognito.send(
      new AdminCreateUserCommand({ UserPoolId: poolId, Username: HOA.id, MessageAction: 'SUPPRESS' }),
    );
    await accounts.add({ ...HOA, password: PASSWORD });
    expect(await accounts.list()).toEqual([{ ...HOA, disabled: false }]);
  });

  it('lists more accounts than fit on one page', async () => {
    const { poolId, accounts } = await makePool();
    for (let number = 0; number < 65; number++) {
      const command = new AdminCreateUserCommand({ UserPoolId: poolId, Username: `other-${number}` });
      await servers.cognito.send(command);
    }
    await accounts.add({ ...HOA, id: 'zhoa', password: PASSWORD });
    expect(await accounts.list()).toEqual([{ ...HOA, id: 'zhoa', disabled: false }]);
  });
});
