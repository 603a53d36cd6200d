/** What must outlive every deployment, alone in its stack: originals, objects, quarantine, records and their keys. */
import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  type CorsRule,
  HttpMethods,
  type IBucket,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Province } from '../../shared/config/province.ts';
import { acknowledge } from '../acknowledge.ts';

export interface ArchiveStackProps extends StackProps {
  readonly province: Province;
}

const SAFE: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
};

export class ArchiveStack extends Stack {
  readonly originals: Bucket;
  readonly objects: Bucket;
  readonly quarantine: Bucket;
  readonly accessLogs: Bucket;
  readonly records: Table;
  readonly recordsKey: Key;
  readonly indexNames = ['unfinished', 'gsi1', 'gsi2', 'gsi3'];

  constructor(scope: Construct, id: string, { province, ...props }: ArchiveStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { retention } = province;
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...SAFE,
      // Servers' access logs and CloudFront's can be written under S3's own key only.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(retention.logDays) }],
    });
    acknowledge(this.accessLogs, {
      'AwsSolutions-S1': 'This is where access logs go; they are not logged again.',
    });
    this.originals = this.#originals(province);
    const objectsKey = this.#key('ObjectsKey', 'page pictures, texts and finished files');
    this.objects = this.#bucket('Objects', objectsKey, {
      versioned: true,
      cors: [uploadsAndDownloadsFrom(province.web)],
      lifecycleRules: [
        {
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          noncurrentVersionExpiration: Duration.days(30),
          // What hides a swept body, once the body is gone: lists would wade through them.
          expiredObjectDeleteMarker: true,
        },
        { prefix: 'uploads/', expiration: Duration.days(14) },
        // Archives that were made for one download.
        {
          prefix: 'downloads/',
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    });
    // A key of its own: who may look at secret papers is decided apart from everything else.
    this.quarantine = this.#bucket('Quarantine', this.#key('QuarantineKey', 'papers in quarantine'), {
      lifecycleRules: [{ expiration: Duration.days(retention.quarantineDays) }],
    });
    this.recordsKey = this.#key('RecordsKey', 'records');
    this.records = this.#records();
  }

  /** Write-once; governance mode, so that erasure by law stays possible for who may bypass the lock. */
  #originals({ retention, web }: Province): Bucket {
    const bucket = this.#bucket('Originals', this.#key('OriginalsKey', 'originals'), {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(retention.objectLockDays)),
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      cors: [uploadsFrom(web)],
    });
    // The construct's own switch would bring a function with wildcard rights to set one property.
    (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    return bucket;
  }

  #bucket(id: string, encryptionKey: Key, props: BucketProps): Bucket {
    return new Bucket(this, id, {
      ...SAFE,
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      // CDK's own types do not agree with each other about optional properties.
      serverAccessLogsBucket: this.accessLogs as IBucket,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      ...props,
    });
  }

  #key(id: string, what: string): Key {
    return new Key(this, id, {
      description: `${this.stackName}: ${what}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #records(): Table {
    const table = new Table(this, 'Records', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.recordsKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Counting what is unfinished must be consistent, which only a local index can be.
    table.addLocalSecondaryIndex({
      indexName: 'unfinished',
      sortKey: { name: 'unfinished', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    for (const index of ['gsi1', 'gsi2', 'gsi3']) {
      table.addGlobalSecondaryIndex({
        indexName: index,
        partitionKey: { name: `${index}pk`, type: AttributeType.STRING },
        sortKey: { name: `${index}sk`, type: AttributeType.STRING },
        projectionType: ProjectionType.KEYS_ONLY,
      });
    }
    return table;
  }
}

/** The scanning desk sends parts straight to S3, by addresses that are signed one by one. */
function uploadsFrom({ publicUrl, certificateArn }: Province['web']): CorsRule {
  return {
    // The address before the certificate is there is CloudFront's own.
    allowedOrigins: [publicUrl, ...(certificateArn ? [] : ['https://*.cloudfront.net'])],
    allowedMethods: [HttpMethods.PUT],
    allowedHeaders: ['content-type', 'x-amz-*'],
    exposedHeaders: ['ETag', 'x-amz-checksum-sha256'],
  };
}

/**
 * Also files too large for the API's door are read at S3; PDF.js asks for their parts only where it sees that it may.
 * In one rule: Ceph looks no further than the first that knows the origin.
 */
function uploadsAndDownloadsFrom(web: Province['web']): CorsRule {
  const uploads = uploadsFrom(web);
  return {
    ...uploads,
    allowedMethods: [...uploads.allowedMethods, HttpMethods.GET],
    allowedHeaders: [...(uploads.allowedHeaders ?? []), 'range', 'if-range', 'if-none-match'],
    exposedHeaders: [
      ...(uploads.exposedHeaders ?? []),
      'Accept-Ranges',
      'Content-Range',
      'Content-Length',
      'Content-Disposition',
    ],
  };
}
