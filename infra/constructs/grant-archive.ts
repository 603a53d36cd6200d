/** Turns a function's needs into statements: named actions on named prefixes, nothing by wildcard. */
import { Effect, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../acknowledge.ts';
import { type FunctionName, needsOf } from '../function-needs.ts';
import type { ArchiveStack } from '../stacks/archive-stack.ts';

const TABLE_ACTIONS = [
  'GetItem',
  'BatchGetItem',
  'Query',
  'PutItem',
  'UpdateItem',
  'DeleteItem',
  'ConditionCheckItem',
];

export function grantArchive(role: Role, name: FunctionName, archive: ArchiveStack): void {
  const needs = needsOf(name);
  const allow = (actions: readonly string[], resources: readonly string[]) => {
    if (resources.length > 0)
      role.addToPolicy(
        new PolicyStatement({ effect: Effect.ALLOW, actions: [...actions], resources: [...resources] }),
      );
  };
  const at = (prefixes: readonly string[]) =>
    prefixes.map((prefix) => bucketOf(prefix, archive).arnForObjects(`${prefix}*`));
  const all = [...new Set([...needs.reads, ...needs.writes, ...needs.removes])];
  const buckets = [...new Set(all.map((prefix) => bucketOf(prefix, archive)))];

  allow(
    TABLE_ACTIONS.map((action) => `dynamodb:${action}`),
    [
      archive.records.tableArn,
      ...archive.indexNames.map((index) => `${archive.records.tableArn}/index/${index}`),
    ],
  );
  allow(['s3:GetObject'], at(needs.reads));
  allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], at(needs.writes));
  allow(['s3:DeleteObject', 's3:DeleteObjectVersion'], at(needs.removes));
  if (needs.bypassesLock) allow(['s3:BypassGovernanceRetention'], at(['originals/']));
  // Without it S3 answers 403, not 404, for what is not there.
  allow(
    ['s3:ListBucket'],
    buckets.map((bucket) => bucket.bucketArn),
  );
  allow(
    ['s3:ListBucketVersions'],
    [...new Set(needs.removes.map((prefix) => bucketOf(prefix, archive).bucketArn))],
  );
  for (const key of keysOf(buckets, archive))
    allow(['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'], [key.keyArn]);

  for (const prefix of all) {
    const { 'Fn::ImportValue': bucket } = archive.resolve(
      archive.exportValue(bucketOf(prefix, archive).bucketArn),
    );
    acknowledge(role, {
      [`AwsSolutions-IAM5[Resource::${bucket}/${prefix}*]`]:
        'Keys below one prefix: ids are not known beforehand.',
    });
  }
}

function bucketOf(prefix: string, archive: ArchiveStack): Bucket {
  if (prefix === 'originals/') return archive.originals;
  return prefix === 'quarantine/' ? archive.quarantine : archive.objects;
}

function keysOf(buckets: readonly Bucket[], archive: ArchiveStack): IKey[] {
  return [...new Set([archive.recordsKey, ...buckets.map((bucket) => bucket.encryptionKey!)])];
}
