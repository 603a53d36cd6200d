import { describe, expect, it } from 'vitest';
import { synthesizeProvince } from '../support/synthesized-province.ts';

const { province, resourcesOf, ofType, terminationProtected } = synthesizeProvince();
const archive = resourcesOf('Archive');

function bucket(id: string) {
  const found = ofType('Archive', 'AWS::S3::Bucket').find(([logicalId]) =>
    new RegExp(`^${id}[0-9A-F]{8}$`).test(logicalId),
  );
  return found![1];
}

describe('the archive stack', () => {
  it('cannot be deleted, nor anything in it that holds data', () => {
    expect(terminationProtected).toEqual(['Bcci-ca-mau-Archive']);
    for (const [id, { Type, DeletionPolicy, UpdateReplacePolicy }] of Object.entries(archive)) {
      if (!/Bucket$|Table$|Key$/.test(Type)) continue;
      expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'Retain', 'Retain']);
    }
  });

  it('locks originals in governance mode for the province’s days, version by version', () => {
    expect(bucket('Originals').Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: province.retention.objectLockDays } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
  });

  it('holds secret papers without a lock, under a key of their own, for a while only', () => {
    const { Properties } = bucket('Quarantine');
    expect(Properties).not.toHaveProperty('ObjectLockEnabled');
    expect(Properties).not.toHaveProperty('VersioningConfiguration');
    expect(JSON.stringify(Properties.LifecycleConfiguration)).toContain('"ExpirationInDays":30');
    const keys = ['Originals', 'Objects', 'Quarantine'].map((id) =>
      JSON.stringify(bucket(id).Properties.BucketEncryption),
    );
    expect(new Set(keys).size).toBe(3);
  });

  it('never lets a finished file expire', () => {
    const { LifecycleConfiguration } = bucket('Objects').Properties as {
      LifecycleConfiguration: { Rules: { Prefix?: string; ExpirationInDays?: number }[] };
    };
    for (const { Prefix, ExpirationInDays } of LifecycleConfiguration.Rules)
      if (ExpirationInDays !== undefined) expect(['uploads/', 'downloads/']).toContain(Prefix);
  });

  it('shuts every bucket to the public and to plain http', () => {
    const buckets = ofType('Archive', 'AWS::S3::Bucket');
    for (const [, { Properties }] of buckets) {
      expect(Object.values(Properties.PublicAccessBlockConfiguration as object)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(Properties.BucketEncryption).toBeDefined();
    }
    const policies = ofType('Archive', 'AWS::S3::BucketPolicy');
    expect(policies).toHaveLength(buckets.length);
    for (const [, policy] of policies) expect(JSON.stringify(policy)).toContain('aws:SecureTransport');
  });

  it('keeps records with recovery to any second, a stream, and the indexes that the adapter asks', () => {
    const [, { Properties }] = ofType('Archive', 'AWS::DynamoDB::Table')[0]!;
    expect(Properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      DeletionProtectionEnabled: true,
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      LocalSecondaryIndexes: [{ IndexName: 'unfinished', Projection: { ProjectionType: 'KEYS_ONLY' } }],
      GlobalSecondaryIndexes: [{ IndexName: 'gsi1' }, { IndexName: 'gsi2' }, { IndexName: 'gsi3' }],
    });
  });

  it('lets browsers send parts from the province’s own address', () => {
    const rules = JSON.stringify(bucket('Originals').Properties.CorsConfiguration);
    expect(rules).toContain(province.web.publicUrl);
    expect(rules).toContain('"AllowedMethods":["PUT"]');
    expect(rules).not.toContain('"AllowedOrigins":["*"]');
  });

  it('lets go of hidden versions after thirty days, and of what hid them', () => {
    const { LifecycleConfiguration } = bucket('Objects').Properties as {
      LifecycleConfiguration: { Rules: object[] };
    };
    expect(LifecycleConfiguration.Rules).toContainEqual({
      Status: 'Enabled',
      ExpiredObjectDeleteMarker: true,
      NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    });
  });

  it('keeps archives made for a download a day, and no older version of them', () => {
    const { LifecycleConfiguration } = bucket('Objects').Properties as {
      LifecycleConfiguration: { Rules: object[] };
    };
    expect(LifecycleConfiguration.Rules).toContainEqual({
      Status: 'Enabled',
      Prefix: 'downloads/',
      ExpirationInDays: 1,
      NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    });
  });
});
