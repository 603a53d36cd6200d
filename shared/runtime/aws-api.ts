/** What people come through on AWS, beside the office itself: accounts and tokens of Cognito, fonts of the sheets. */
import { CognitoAccounts, createCognitoClient } from '../adapters/aws/cognito-accounts.ts';
import { CryptoRandomIds } from '../adapters/local/crypto-random-ids.ts';
import { readProvinceDirectory } from '../adapters/local/read-province-directory.ts';
import { JoseBearerTokens } from '../adapters/oidc/jose-bearer-tokens.ts';
import type { AwsOffice } from './aws.ts';
import { loadPrintFonts } from './print-fonts.ts';

/** Nobody signs in here by password: that is Cognito's. */
export function openDoors(office: AwsOffice, userPoolId: string) {
  const { oidcIssuer, oidcAudience } = office.settings;
  return {
    ...office,
    randomIds: new CryptoRandomIds(),
    accounts: new CognitoAccounts(createCognitoClient(), userPoolId),
    sessions: null,
    bearerTokens: new JoseBearerTokens(oidcIssuer, oidcAudience),
    printFonts: loadPrintFonts,
    directory: readProvinceDirectory(office.settings.provinceFile),
  };
}
