/** The console's front: CloudFront before the built files and the API, one address, one policy of headers. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  GeoRestriction,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { Province } from '../../shared/config/province.ts';
import { acknowledge } from '../acknowledge.ts';

export interface WebFrontProps {
  readonly province: Province;
  readonly consoleFolder: string;
  /** Host name of the API. */
  readonly apiHost: string;
  readonly webAclArn?: string;
  /** Server access logs of the site's bucket. */
  readonly accessLogs: IBucket;
}

/** Paths of the web app have no file behind them, and dossier codes have dots: only known endings are files. */
const TO_INDEX = `function handler(event) {
  var request = event.request;
  var isFile = /\\.(html|js|mjs|css|json|map|svg|png|ico|webp|woff2|wasm|webmanifest|txt)$/.test(request.uri);
  if (!isFile) request.uri = '/index.html';
  return request;
}`;

export class WebFront extends Construct {
  readonly distribution: Distribution;
  readonly site: Bucket;

  constructor(scope: Construct, id: string, props: WebFrontProps) {
    super(scope, id);
    const { province } = props;
    this.site = new Bucket(this, 'Site', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'site/',
      // Built files only: they are in the repository.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const api = {
      origin: new HttpOrigin(props.apiHost),
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const { publicUrl, certificateArn } = province.web;
    this.distribution = new Distribution(this, 'Distribution', {
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.site as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.#headers(),
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'ToIndex', {
              code: FunctionCode.fromInline(TO_INDEX),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: { '/api/*': api, '/files/*': api },
      enableLogging: true,
      logBucket: this.#logBucket(province, props.accessLogs) as IBucket,
      ...(props.webAclArn && { webAclId: props.webAclArn }),
      ...(province.features.onlyFromVietnam && { geoRestriction: GeoRestriction.allowlist('VN') }),
      ...(certificateArn && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [new URL(publicUrl).hostname],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      }),
    });
    acknowledge(this.distribution, {
      ...(!province.features.onlyFromVietnam && {
        'AwsSolutions-CFR1': 'The province lets its staff work from abroad.',
      }),
      ...(!props.webAclArn && { 'AwsSolutions-CFR2': 'The firewall is a switch of the province, off here.' }),
      ...(!certificateArn && {
        'AwsSolutions-CFR4':
          'CloudFront’s own certificate serves until the province has one; with it TLS 1.2 is the least.',
      }),
      'AwsSolutions-CFR5': 'API Gateway is called by https only; HttpOrigin speaks TLS 1.2.',
    });
    new BucketDeployment(this, 'Console', {
      sources: [Source.asset(props.consoleFolder)],
      destinationBucket: this.site as IBucket,
      distribution: this.distribution,
      distributionPaths: ['/index.html'],
      // Whoever has the page open still asks for the files of the last build.
      prune: false,
    });
  }

  /** CloudFront writes its logs by access list, so they need a bucket that still knows those. */
  #logBucket({ retention }: Province, accessLogs: IBucket): Bucket {
    return new Bucket(this, 'Logs', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      enforceSSL: true,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'web-logs/',
      lifecycleRules: [{ expiration: Duration.days(retention.logDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  #headers(): ResponseHeadersPolicy {
    const { region, urlSuffix } = Stack.of(this);
    const policy = [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      `connect-src 'self' https://*.s3.${region}.${urlSuffix} https://*.amazoncognito.com https://cognito-idp.${region}.${urlSuffix}`,
      "worker-src 'self'",
      "manifest-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ];
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy.join('; '), override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: false,
          override: true,
        },
      },
      customHeadersBehavior: {
        customHeaders: [{ header: 'Permissions-Policy', value: 'camera=(self)', override: true }],
      },
    });
  }
}
