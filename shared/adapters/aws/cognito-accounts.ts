/** Accounts in a Cognito user pool: the role is a group, office and unit are attributes, passwords stay with Cognito. */
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
  ListUsersCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { ROLES, type Role } from '../../domain/person.ts';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { Account, AccountChanges, Accounts, NewAccount } from '../../ports/accounts.ts';
import { awsErrorCode, explainAwsFailure } from './aws-failure.ts';

export function createCognitoClient(config: CognitoIdentityProviderClientConfig = {}) {
  return new CognitoIdentityProviderClient(config);
}

export class CognitoAccounts implements Accounts {
  readonly #client: CognitoIdentityProviderClient;
  readonly #UserPoolId: string;

  constructor(client: CognitoIdentityProviderClient, userPoolId: string) {
    this.#client = client;
    this.#UserPoolId = userPoolId;
  }

  async list(): Promise<Account[]> {
    const users: UserType[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = await this.#ask(() =>
        this.#client.send(
          new ListUsersCommand({
            UserPoolId: this.#UserPoolId,
            ...(PaginationToken === undefined ? {} : { PaginationToken }),
          }),
        ),
      );
      users.push(...(page.Users ?? []));
      PaginationToken = page.PaginationToken;
    } while (PaginationToken !== undefined);
    const accounts: Account[] = [];
    // One by one: Cognito's administration takes few requests a second.
    for (const user of users) {
      const role = await this.#roleOf(user.Username!);
      if (role) accounts.push(toAccount(user, role));
    }
    return accounts.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The pool asks more of passwords than the port: `request-invalid` then, and nothing is made. */
  async add(account: NewAccount): Promise<void> {
    const who = this.#who(account.id);
    const UserAttributes = attributesOf(account);
    const create = new AdminCreateUserCommand({
      ...who,
      MessageAction: 'SUPPRESS',
      TemporaryPassword: account.password,
      UserAttributes,
    });
    try {
      await this.#ask(() => this.#client.send(create));
    } catch (error) {
      // Without a role it was cut off between these requests: it is finished now.
      const isUnfinished = isTaken(error) && (await this.#roleOf(account.id)) === null;
      if (!isUnfinished) throw error;
      await this.#ask(() =>
        this.#client.send(new AdminUpdateUserAttributesCommand({ ...who, UserAttributes })),
      );
    }
    await this.#setPassword(account.id, account.password);
    await this.#ask(() =>
      this.#client.send(new AdminAddUserToGroupCommand({ ...who, GroupName: account.role })),
    );
  }

  async change(id: string, changes: AccountChanges): Promise<void> {
    const who = this.#who(id);
    const UserAttributes = attributesOf(changes);
    if (UserAttributes.length > 0)
      await this.#ask(() =>
        this.#client.send(new AdminUpdateUserAttributesCommand({ ...who, UserAttributes })),
      );
    if (changes.password !== undefined) await this.#setPassword(id, changes.password);
    if (changes.role !== undefined) await this.#setRole(id, changes.role);
    if (changes.disabled !== undefined) {
      const command = changes.disabled ? new AdminDisableUserCommand(who) : new AdminEnableUserCommand(who);
      await this.#ask(() => this.#client.send(command as AdminDisableUserCommand));
    }
    const endsSessions = [changes.password, changes.role, changes.disabled].some((one) => one !== undefined);
    if (endsSessions) await this.#ask(() => this.#client.send(new AdminUserGlobalSignOutCommand(who)));
  }

  #who(Username: string) {
    return { UserPoolId: this.#UserPoolId, Username };
  }

  async #setPassword(id: string, Password: string): Promise<void> {
    const command = new AdminSetUserPasswordCommand({ ...this.#who(id), Password, Permanent: true });
    await this.#ask(() => this.#client.send(command));
  }

  /** The new group first: in between a person has two roles, never none. */
  async #setRole(id: string, role: Role): Promise<void> {
    const who = this.#who(id);
    await this.#ask(() => this.#client.send(new AdminAddUserToGroupCommand({ ...who, GroupName: role })));
    for (const other of ROLES.filter((one) => one !== role)) {
      await this.#ask(() =>
        this.#client.send(new AdminRemoveUserFromGroupCommand({ ...who, GroupName: other })),
      );
    }
  }

  async #roleOf(id: string): Promise<Role | null> {
    const { Groups = [] } = await this.#ask(() =>
      this.#client.send(new AdminListGroupsForUserCommand(this.#who(id))),
    );
    return ROLES.find((role) => Groups.some((group) => group.GroupName === role)) ?? null;
  }

  async #ask<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    try {
      return await request();
    } catch (error) {
      const code = awsErrorCode(error);
      if (code === 'UsernameExistsException') throw new DigitizationError('account-exists');
      if (code === 'InvalidPasswordException')
        throw new DigitizationError('request-invalid', { field: 'password' });
      if (code === 'UserNotFoundException') throw new DigitizationError('record-missing');
      throw explainAwsFailure('cognito', error);
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof DigitizationError && error.code === 'account-exists';
}

function attributesOf({
  name,
  officeCode,
  unitCode,
}: Pick<AccountChanges, 'name' | 'officeCode' | 'unitCode'>): AttributeType[] {
  const values = { name, 'custom:office': officeCode, 'custom:unit': unitCode };
  return Object.entries(values).flatMap(([Name, Value]) => (Value === undefined ? [] : [{ Name, Value }]));
}

function toAccount({ Username, Enabled, Attributes = [] }: UserType, role: Role): Account {
  const attribute = (name: string) => Attributes.find((one) => one.Name === name)?.Value;
  const officeCode = attribute('custom:office');
  const unitCode = attribute('custom:unit');
  return {
    id: Username!,
    name: attribute('name') ?? Username!,
    role,
    disabled: Enabled === false,
    ...(officeCode ? { officeCode } : {}),
    ...(unitCode ? { unitCode } : {}),
  };
}
