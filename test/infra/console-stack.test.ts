import { describe, expect, it } from 'vitest';
import { synthesizeProvince } from '../support/synthesized-province.ts';

const plain = synthesizeProvince('ca-mau');
const guarded = synthesizeProvince('can-tho');

const propertiesOf = (type: string, from = plain) =>
  from.ofType('Console', type).map(([, { Properties }]) => Properties);

describe('the console stack', () => {
  it('knows three roles, and ties each account to an office or a unit', () => {
    expect(propertiesOf('AWS::Cognito::UserPoolGroup').map(({ GroupName }) => GroupName)).toEqual([
      'clerk',
      'officer',
      'admin',
    ]);
    const [pool] = propertiesOf('AWS::Cognito::UserPool');
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
      MfaConfiguration: 'ON',
    });
    expect((pool!.Schema as { Name: string }[]).map(({ Name }) => Name)).toEqual(
      expect.arrayContaining(['office', 'unit']),
    );
  });

  it('lets nobody change her own office', () => {
    const [client] = propertiesOf('AWS::Cognito::UserPoolClient');
    expect(client!.GenerateSecret).toBe(false);
    expect(client!.WriteAttributes).toBeDefined();
    expect(JSON.stringify(client!.WriteAttributes)).not.toContain('custom:');
  });

  it('leaves the token to the function, which reads it from a cookie too', () => {
    const routes = propertiesOf('AWS::ApiGatewayV2::Route').map(({ RouteKey, AuthorizationType }) => [
      RouteKey,
      AuthorizationType,
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      'ANY /api/{proxy+}': 'NONE',
      'GET /files/{proxy+}': 'NONE',
    });
  });

  it('limits the rate of requests to the province’s quota and logs them', () => {
    expect(propertiesOf('AWS::ApiGatewayV2::Stage')).toMatchObject([
      {
        DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
        AccessLogSettings: expect.anything(),
      },
    ]);
  });

  it('serves the console and the API under one address, with strict headers', () => {
    const [distribution] = propertiesOf('AWS::CloudFront::Distribution');
    const config = distribution!.DistributionConfig as { CacheBehaviors: { PathPattern: string }[] };
    expect(config.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual(['/api/*', '/files/*']);
    expect(JSON.stringify(config)).toContain('"Locations":["VN"]');
    const [headers] = propertiesOf('AWS::CloudFront::ResponseHeadersPolicy');
    expect(JSON.stringify(headers)).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
    // Where it reads files that are too large for the API, and sends parts of scans.
    expect(JSON.stringify(headers)).toContain("connect-src 'self' https://*.s3.");
    // Where the console fetches Cognito's configuration, and its token.
    expect(JSON.stringify(headers)).toMatch(
      /connect-src 'self'[^;]* https:\/\/\*\.amazoncognito\.com https:\/\/cognito-idp\./,
    );
  });

  it('hands cookies through to the API, and keeps none of its answers', () => {
    const [distribution] = propertiesOf('AWS::CloudFront::Distribution');
    const { CacheBehaviors } = distribution!.DistributionConfig as { CacheBehaviors: object[] };
    for (const behaviour of CacheBehaviors) {
      expect(behaviour).toMatchObject({
        // Managed-AllViewerExceptHostHeader and Managed-CachingDisabled.
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      });
    }
  });

  it.each([
    ['/dossiers/H12.09-261103-0011', '/index.html'],
    ['/', '/index.html'],
    ['/desk/b-1', '/index.html'],
    ['/assets/main-4f2a.js', '/assets/main-4f2a.js'],
    ['/console.webmanifest', '/console.webmanifest'],
  ])('answers %s with %s', (uri, file) => {
    const [edge] = propertiesOf('AWS::CloudFront::Function');
    const handler = new Function(`${edge!.FunctionCode}; return handler;`)();
    expect(handler({ request: { uri } }).uri).toBe(file);
  });

  it('puts a firewall before it where the province switches one on', () => {
    expect(plain.ofType('Firewall', 'AWS::WAFv2::WebACL')).toHaveLength(0);
    expect(guarded.ofType('Firewall', 'AWS::WAFv2::WebACL')).toHaveLength(1);
    const [distribution] = propertiesOf('AWS::CloudFront::Distribution', guarded);
    expect(distribution!.DistributionConfig).toHaveProperty('WebACLId');
  });
});
