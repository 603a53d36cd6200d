/** What people see: the console by CloudFront, the API behind it, and who may sign in. */
import { CfnOutput, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Province } from '../../shared/config/province.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Assets } from '../assets.ts';
import { acknowledgeDeployment } from '../constructs/acknowledge-deployment.ts';
import { DIRECTORY_PATH, directoryLayer } from '../constructs/directory-layer.ts';
import { FIVE_MINUTES, raiseAlarm } from '../constructs/runbook-alarm.ts';
import { StaffPool } from '../constructs/staff-pool.ts';
import { WebFront } from '../constructs/web-front.ts';
import type { WorkerFunction } from '../constructs/worker-function.ts';
import { logRetention } from '../log-retention.ts';
import type { ArchiveStack } from './archive-stack.ts';
import type { PipelineStack } from './pipeline-stack.ts';

export interface ConsoleStackProps extends StackProps {
  readonly slug: string;
  readonly province: Province;
  readonly archive: ArchiveStack;
  readonly pipeline: PipelineStack;
  readonly assets: Assets;
  readonly webAclArn?: string;
}

export class ConsoleStack extends Stack {
  constructor(scope: Construct, id: string, props: ConsoleStackProps) {
    super(scope, id, props);
    const { slug, province } = props;
    const staff = new StaffPool(this, 'Staff', {
      publicUrl: province.web.publicUrl,
      domainPrefix: `bcci-${slug}-${province.unitCode.toLowerCase()}`,
    });
    const worker = this.#apiFunction(props, staff);
    const api = this.#api(props, worker);
    const front = new WebFront(this, 'Web', {
      province,
      consoleFolder: props.assets.consoleFolder,
      apiHost: Fn.select(2, Fn.split('/', api.apiEndpoint)),
      accessLogs: props.archive.accessLogs as IBucket,
      ...(props.webAclArn && { webAclArn: props.webAclArn }),
    });
    acknowledgeDeployment(this, front.site);
    new CfnOutput(this, 'ConsoleAddress', { value: `https://${front.distribution.distributionDomainName}` });
    new CfnOutput(this, 'UserPoolId', { value: staff.pool.userPoolId });
    new CfnOutput(this, 'UserPoolClientId', { value: staff.client.userPoolClientId });
  }

  /** The control room counts and redrives dead letters and keeps the accounts. */
  #apiFunction({ pipeline, province }: ConsoleStackProps, staff: StaffPool): WorkerFunction {
    const worker = pipeline.worker(this, 'api', {
      USER_POOL_ID: staff.pool.userPoolId,
      USER_POOL_CLIENT_ID: staff.client.userPoolClientId,
      OIDC_ISSUER: this.#issuer(staff),
      OIDC_AUDIENCE: staff.client.userPoolClientId,
      PROVINCE_FILE: DIRECTORY_PATH,
    });
    worker.function.addLayers(directoryLayer(this, province));
    const queues = [...pipeline.queues.values()];
    worker.allow(
      ['sqs:GetQueueAttributes', 'sqs:SendMessage'],
      queues.map(({ queue }) => queue.queueArn),
    );
    worker.allow(
      ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility'],
      queues.map(({ deadLetters }) => deadLetters.queueArn),
    );
    worker.allow(
      [
        'cognito-idp:ListUsers',
        'cognito-idp:ListUsersInGroup',
        'cognito-idp:AdminGetUser',
        'cognito-idp:AdminListGroupsForUser',
        'cognito-idp:AdminCreateUser',
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminSetUserPassword',
        'cognito-idp:AdminEnableUser',
        'cognito-idp:AdminDisableUser',
        'cognito-idp:AdminAddUserToGroup',
        'cognito-idp:AdminRemoveUserFromGroup',
        'cognito-idp:AdminUserGlobalSignOut',
      ],
      [staff.pool.userPoolArn],
    );
    return worker;
  }

  #issuer({ pool }: StaffPool): string {
    return `https://cognito-idp.${this.region}.${this.urlSuffix}/${pool.userPoolId}`;
  }

  #api({ province, pipeline }: ConsoleStackProps, worker: WorkerFunction): HttpApi {
    const api = new HttpApi(this, 'HttpApi', { createDefaultStage: false });
    const log = new LogGroup(this, 'ApiLog', {
      retention: logRetention(province.retention.logDays),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new HttpStage(this, 'ApiStage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: province.quotas.requestsPerSecond, burstLimit: province.quotas.requestBurst },
      accessLogSettings: { destination: new LogGroupLogDestination(log) },
    });
    const integration = new HttpLambdaIntegration('ApiIntegration', worker.function);
    const open = [
      // The token comes in a cookie too (pictures and streams send no header), which API Gateway cannot read.
      ...api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.ANY], integration }),
      // Other systems fetch files by addresses that the API signs and checks itself.
      ...api.addRoutes({ path: '/files/{proxy+}', methods: [HttpMethod.GET], integration }),
    ];
    for (const route of open)
      acknowledge(route, {
        'AwsSolutions-APIG4': 'The function behind it checks token and role of every route by one table.',
      });
    raiseAlarm(this, 'ApiFailsAlarm', {
      says: 'The API answers with failures of its own.',
      section: 'api-fails',
      metric: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: api.apiId },
        statistic: Stats.SUM,
        period: FIVE_MINUTES,
      }),
      threshold: 5,
      periods: 2,
      topic: pipeline.alarms,
    });
    return api;
  }
}
