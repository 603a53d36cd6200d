/** Makes what a synthesized template describes on the test's servers, when it is first asked for, with all it refers to. */
import { randomUUID } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutObjectLockConfigurationCommand, type S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Template } from './synthesized-templates.ts';

/** What `Ref` and `Fn::GetAtt` give of a resource. */
interface Made {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Properties = Readonly<Record<string, unknown>>;

export interface Servers {
  readonly sqs: SQSClient;
  readonly dynamo: DynamoDBClient;
  readonly bus: EventBridgeClient;
  readonly cognito: CognitoIdentityProviderClient;
  readonly s3: S3Client | null;
}

export const TEST_REGION = 'ap-southeast-1';
export const motoConfig = (endpoint: string) => ({
  endpoint,
  region: TEST_REGION,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

export function motoServers(endpoint: string, s3: S3Client | null = null): Servers {
  const config = motoConfig(endpoint);
  return {
    sqs: new SQSClient(config),
    dynamo: new DynamoDBClient(config),
    bus: new EventBridgeClient(config),
    cognito: new CognitoIdentityProviderClient(config),
    s3,
  };
}

export class CreatedStack {
  readonly #templates: Readonly<Record<string, Template>>;
  readonly #servers: Servers;
  readonly #overrides: Properties;
  readonly #made = new Map<string, Promise<Made>>();
  /** Names of two stacks on one server must differ. */
  readonly #suffix = randomUUID().slice(0, 8);

  /** `overrides` replaces properties of queues, e.g. a shorter redrive policy. */
  constructor(templates: Readonly<Record<string, Template>>, servers: Servers, overrides: Properties = {}) {
    this.#templates = templates;
    this.#servers = servers;
    this.#overrides = overrides;
  }

  /** The function's environment as deployed: what a handler is told of queues, table, buckets and bus. */
  async environmentOf(name: RegExp): Promise<Record<string, string>> {
    const { stack, properties } = this.#find('AWS::Lambda::Function', name);
    const { Variables } = properties.Environment as { Variables: Properties };
    return (await this.#resolve(Variables, stack)) as Record<string, string>;
  }

  async make(type: string, name: RegExp): Promise<Made> {
    const { stack, id } = this.#find(type, name);
    return this.#resource(stack, id);
  }

  async makeAll(type: string, name = /./): Promise<void> {
    for (const [stack, { Resources }] of Object.entries(this.#templates)) {
      for (const [id, resource] of Object.entries(Resources)) {
        if (resource.Type === type && name.test(id)) await this.#resource(stack, id);
      }
    }
  }

  async #resolve(value: unknown, stack: string): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.#resolve(one, stack)));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (entries.length === 1 && only && (only[0] === 'Ref' || only[0].startsWith('Fn::')))
      return this.#evaluate(only[0], only[1], stack);
    const resolved = entries.map(async ([key, one]) => [key, await this.#resolve(one, stack)] as const);
    return Object.fromEntries(await Promise.all(resolved));
  }

  async #evaluate(operation: string, operand: unknown, stack: string): Promise<unknown> {
    if (operation === 'Ref') return this.#reference(String(operand), stack);
    if (operation === 'Fn::GetAtt') {
      const [id, attribute] = operand as [string, string];
      return (await this.#resource(stack, id)).attributes[attribute];
    }
    if (operation === 'Fn::Join') {
      const [separator, parts] = operand as [string, unknown[]];
      return ((await this.#resolve(parts, stack)) as string[]).join(separator);
    }
    if (operation === 'Fn::ImportValue') return this.#imported(String(operand));
    throw new Error(`${operation} is not evaluated here`);
  }

  async #reference(id: string, stack: string): Promise<string> {
    if (id === 'AWS::Region') return TEST_REGION;
    if (id === 'AWS::AccountId') return '123456789012';
    if (id.startsWith('AWS::')) return id === 'AWS::Partition' ? 'aws' : 'amazonaws.com';
    return (await this.#resource(stack, id)).ref;
  }

  #imported(name: string): Promise<unknown> {
    for (const [stack, { Outputs = {} }] of Object.entries(this.#templates)) {
      const found = Object.values(Outputs).find((output) => output.Export?.Name === name);
      if (found) return this.#resolve(found.Value, stack);
    }
    throw new Error(`${name} is exported nowhere`);
  }

  #find(type: string, name: RegExp) {
    for (const [stack, { Resources }] of Object.entries(this.#templates)) {
      for (const [id, resource] of Object.entries(Resources)) {
        if (resource.Type === type && name.test(id))
          return { stack, id, properties: resource.Properties ?? {} };
      }
    }
    throw new Error(`no ${type} named ${name} in the templates`);
  }

  #resource(stack: string, id: string): Promise<Made> {
    const key = `${stack}/${id}`;
    const known = this.#made.get(key);
    if (known) return known;
    const making = this.#create(stack, id);
    this.#made.set(key, making);
    return making;
  }

  async #create(stack: string, id: string): Promise<Made> {
    const { Type, Properties = {} } = this.#templates[stack]!.Resources[id]!;
    const name = `${id}-${this.#suffix}`;
    switch (Type) {
      case 'AWS::SQS::Queue':
        return this.#createQueue(name, (await this.#resolve(Properties, stack)) as Properties);
      case 'AWS::DynamoDB::Table':
        return this.#createTable(name, Properties);
      case 'AWS::Events::EventBus':
        return this.#createBus(name);
      case 'AWS::Events::Rule':
        return this.#createRule(name, stack, Properties);
      case 'AWS::S3::Bucket':
        return this.#createBucket(name.toLowerCase(), Properties);
      case 'AWS::Cognito::UserPool':
        return this.#createPool(name, Properties);
      case 'AWS::Cognito::UserPoolGroup':
        return this.#createGroup((await this.#resolve(Properties, stack)) as Properties);
      default:
        // Keys, roles: named, not made.
        return { ref: name, attributes: { Arn: `arn:aws:none:::${name}` } };
    }
  }

  async #createQueue(name: string, properties: Properties): Promise<Made> {
    const { sqs } = this.#servers;
    const { RedrivePolicy, VisibilityTimeout, MessageRetentionPeriod } = { ...properties };
    const redrive = RedrivePolicy && { ...RedrivePolicy, ...this.#overrides };
    const Attributes = {
      ...(VisibilityTimeout === undefined ? {} : { VisibilityTimeout: String(VisibilityTimeout) }),
      ...(MessageRetentionPeriod === undefined
        ? {}
        : { MessageRetentionPeriod: String(MessageRetentionPeriod) }),
      ...(redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
    };
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
    const answer = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
    return { ref: QueueUrl!, attributes: { Arn: answer.Attributes!.QueueArn!, QueueName: name } };
  }

  async #createTable(TableName: string, properties: Properties): Promise<Made> {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes, BillingMode } =
      properties as unknown as CreateTableCommandInput;
    const StreamSpecification = {
      StreamEnabled: true,
      ...(properties.StreamSpecification as { StreamViewType: 'NEW_IMAGE' }),
    };
    const answer = await this.#servers.dynamo.send(
      new CreateTableCommand({
        TableName,
        KeySchema,
        AttributeDefinitions,
        GlobalSecondaryIndexes,
        LocalSecondaryIndexes,
        BillingMode,
        StreamSpecification,
      }),
    );
    const { TableArn, LatestStreamArn } = answer.TableDescription!;
    return { ref: TableName, attributes: { Arn: TableArn!, StreamArn: LatestStreamArn! } };
  }

  async #createBus(Name: string): Promise<Made> {
    const { EventBusArn } = await this.#servers.bus.send(new CreateEventBusCommand({ Name }));
    return { ref: Name, attributes: { Arn: EventBusArn!, Name } };
  }

  async #createRule(Name: string, stack: string, properties: Properties): Promise<Made> {
    const { EventPattern, EventBusName, Targets } = properties;
    const bus = (await this.#resolve(EventBusName, stack)) as string | undefined;
    const where = bus === undefined ? {} : { EventBusName: bus };
    const pattern = JSON.stringify(await this.#resolve(EventPattern, stack));
    const { RuleArn } = await this.#servers.bus.send(
      new PutRuleCommand({ Name, EventPattern: pattern, ...where }),
    );
    const targets = (await this.#resolve(Targets, stack)) as Target[];
    await this.#servers.bus.send(new PutTargetsCommand({ Rule: Name, Targets: targets, ...where }));
    return { ref: Name, attributes: { Arn: RuleArn! } };
  }

  async #createBucket(Bucket: string, properties: Properties): Promise<Made> {
    const { s3 } = this.#servers;
    if (!s3) throw new Error('no S3 server here');
    const ObjectLockEnabledForBucket = properties.ObjectLockEnabled === true;
    await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket }));
    if (ObjectLockEnabledForBucket) {
      const ObjectLockConfiguration = properties.ObjectLockConfiguration as object;
      await s3.send(
        new PutObjectLockConfigurationCommand({
          Bucket,
          ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', ...ObjectLockConfiguration },
        }),
      );
    }
    return { ref: Bucket, attributes: { Arn: `arn:aws:s3:::${Bucket}` } };
  }

  async #createPool(PoolName: string, { Policies, Schema }: Properties): Promise<Made> {
    const answer = await this.#servers.cognito.send(
      new CreateUserPoolCommand({ PoolName, Policies, Schema } as CreateUserPoolCommandInput),
    );
    return { ref: answer.UserPool!.Id!, attributes: {} };
  }

  async #createGroup({ GroupName, UserPoolId }: Properties): Promise<Made> {
    const where = { GroupName: String(GroupName), UserPoolId: String(UserPoolId) };
    await this.#servers.cognito.send(new CreateGroupCommand(where));
    return { ref: where.GroupName, attributes: {} };
  }
}
