/** One function: its code, its own role with nothing it does not need, its log, its trace. */
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { type FunctionName, needsOf } from '../function-needs.ts';
import { logRetention } from '../log-retention.ts';
import type { ArchiveStack } from '../stacks/archive-stack.ts';
import { grantArchive } from './grant-archive.ts';

export interface WorkerFunctionProps {
  readonly name: FunctionName;
  readonly code: Code;
  readonly archive: ArchiveStack;
  readonly environment: Readonly<Record<string, string>>;
  readonly logDays: number;
}

export class WorkerFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: WorkerFunctionProps) {
    super(scope, id);
    const { memoryMb, timeoutS } = needsOf(props.name);
    this.logGroup = new LogGroup(this, 'Log', {
      retention: logRetention(props.logDays),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    // The managed policy for logs would let it write into every log group of the account.
    this.allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [this.logGroup.logGroupArn]);
    grantArchive(this.role, props.name, props.archive);
    this.function = new LambdaFunction(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      role: this.role,
      memorySize: memoryMb,
      timeout: Duration.seconds(timeoutS),
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.TEXT,
      tracing: Tracing.ACTIVE,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
    });
    acknowledge(this.role, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray takes traces, and DynamoDB lists streams, for no resource in particular.',
    });
  }

  allow(actions: string[], resources: string[]): void {
    this.role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources }));
  }
}
