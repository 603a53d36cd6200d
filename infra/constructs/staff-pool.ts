/** Who works here: clerks, officers and admins of one province, each tied to a post office or a unit. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export const ROLES = ['clerk', 'officer', 'admin'] as const;

export interface StaffPoolProps {
  readonly publicUrl: string;
  /** Begins the address of the sign-in page; unique in its region. */
  readonly domainPrefix: string;
}

export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { publicUrl, domainPrefix }: StaffPoolProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // An admin sets these; nobody moves herself to another office. Tokens call them `custom:office`, `custom:unit`.
      customAttributes: {
        office: new StringAttribute({ mutable: true, maxLen: 20 }),
        unit: new StringAttribute({ mutable: true, maxLen: 20 }),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this.pool, {
      'AwsSolutions-COG3':
        'Threat protection asks for the Plus plan, paid per user; every account has a second factor and is made by an admin.',
      'AwsSolutions-COG8':
        'The Plus plan is paid per user; every account has a second factor and is made by an admin.',
    });
    for (const role of ROLES)
      new CfnUserPoolGroup(this, `Group-${role}`, { userPoolId: this.pool.userPoolId, groupName: role });
    this.pool.addDomain('SignIn', { cognitoDomain: { domainPrefix } });
    this.client = this.pool.addClient('Console', {
      authFlows: { userSrp: true },
      generateSecret: false,
      preventUserExistenceErrors: true,
      // Unless told otherwise a client may write every attribute: anybody could move herself to another office.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true, email: true }),
      accessTokenValidity: Duration.hours(1),
      // The console's cookie is the id token itself: half a day at a counter without another second factor.
      idTokenValidity: Duration.hours(4),
      refreshTokenValidity: Duration.hours(12),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        // The counter's scanner program: Cognito takes no other loopback name, and only a port that it knows.
        callbackUrls: [`${publicUrl}/`, 'http://localhost:8484/'],
        logoutUrls: [`${publicUrl}/`],
      },
    });
  }
}
