/** One province's pipeline: a queue and a function a step from the route table, and a bus the world can listen to. */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, Match, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Province } from '../../shared/config/province.ts';
import { provinceEnvironment } from '../../shared/config/province-environment.ts';
import { type Route, routes, type StepName, steps } from '../../shared/pipeline/routes.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Assets } from '../assets.ts';
import { addDashboard } from '../constructs/dashboard.ts';
import { OtherSystems } from '../constructs/other-systems.ts';
import { FIVE_MINUTES, raiseAlarm } from '../constructs/runbook-alarm.ts';
import { countSteps, namespaceOf, sumOf } from '../constructs/step-metrics.ts';
import { queueWithTls, StepQueue } from '../constructs/step-queue.ts';
import { UnitNotices } from '../constructs/unit-notices.ts';
import { WorkerFunction } from '../constructs/worker-function.ts';
import { type FunctionName, OTHER_STEPS_AT_ONCE } from '../function-needs.ts';
import { environmentOf, idOf } from '../ids.ts';
import type { ArchiveStack } from './archive-stack.ts';

export interface PipelineStackProps extends StackProps {
  readonly province: Province;
  readonly archive: ArchiveStack;
  readonly assets: Assets;
}

export class PipelineStack extends Stack {
  readonly bus: EventBus;
  readonly alarms: Topic;
  readonly queues: ReadonlyMap<StepName, StepQueue>;
  readonly workers = new Map<FunctionName, WorkerFunction>();
  readonly #props: PipelineStackProps;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    this.#props = props;
    const { province } = props;
    this.bus = new EventBus(this, 'Events');
    this.alarms = new Topic(this, 'Alarms', { enforceSSL: true });
    for (const address of province.alarmEmails) this.alarms.addSubscription(new EmailSubscription(address));
    this.queues = new Map(steps.map((step) => [step, this.#queue(step)]));
    for (const step of steps) this.#serveQueue(step);
    this.#announce();
    this.#deleteOnSchedule();
    const undeliverable = this.#undeliverable();
    this.#subscribeSteps(undeliverable);
    this.#hearOfOriginals(undeliverable);
    const outward = { province, bus: this.bus, deadLetterQueue: undeliverable };
    new UnitNotices(this, 'Notices', outward);
    new OtherSystems(this, 'Others', outward);
    addDashboard(this, { province, queues: this.queues, workers: this.workers });
    new CfnOutput(this, 'EventBusName', { value: this.bus.eventBusName });
  }

  /** A function with its log, its alarm and the environment that every function gets. */
  worker(scope: Construct, name: FunctionName, extra: Readonly<Record<string, string>> = {}): WorkerFunction {
    const { province, archive, assets } = this.#props;
    const worker = new WorkerFunction(scope, idOf(name), {
      name,
      archive,
      code: assets.functionCode(name),
      logDays: province.retention.logDays,
      environment: { ...this.#environment(), ...extra },
    });
    countSteps(worker, { step: name, logGroup: worker.logGroup, namespace: namespaceOf(province.unitCode) });
    raiseAlarm(worker, 'ErrorsAlarm', {
      says: `${name}: the function itself fails or runs out of time.`,
      section: 'function-fails',
      metric: worker.function.metricErrors({ period: FIVE_MINUTES }),
      // A nightly run has one chance; the others are called all the time and tried again.
      ...(name === 'retention' ? { threshold: 1 } : { threshold: 3, periods: 2 }),
      topic: this.alarms,
    });
    this.workers.set(name, worker);
    return worker;
  }

  #environment(): Record<string, string> {
    const { province, archive } = this.#props;
    const urls = [...this.queues].flatMap(([step, { queue, deadLetters }]) => [
      [`QUEUE_URL_${environmentOf(step)}`, queue.queueUrl],
      [`DEAD_LETTER_URL_${environmentOf(step)}`, deadLetters.queueUrl],
    ]);
    return {
      ...provinceEnvironment(province),
      RECORDS_TABLE: archive.records.tableName,
      ORIGINALS_BUCKET: archive.originals.bucketName,
      OBJECTS_BUCKET: archive.objects.bucketName,
      QUARANTINE_BUCKET: archive.quarantine.bucketName,
      EVENT_BUS_NAME: this.bus.eventBusName,
      ...Object.fromEntries(urls),
    };
  }

  #queue(step: StepName): StepQueue {
    const { quotas, targets } = this.#props.province;
    return new StepQueue(this, `${idOf(step)}Queue`, {
      step,
      maxReceives: quotas.maxReceives,
      maxAge: Duration.minutes(targets.pageAgeMinutes),
      alarms: this.alarms,
    });
  }

  #serveQueue(step: StepName): void {
    const { queue } = this.queues.get(step)!;
    const worker = this.worker(this, step);
    worker.allow(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
      [queue.queueArn],
    );
    new EventSourceMapping(worker, 'FromQueue', {
      target: worker.function,
      eventSourceArn: queue.queueArn,
      // A page takes seconds of a whole processor: more in one hand would wait for each other.
      batchSize: 1,
      reportBatchItemFailures: true,
      maxConcurrency: step === 'recognition' ? this.#props.province.quotas.pagesAtOnce : OTHER_STEPS_AT_ONCE,
    });
  }

  /** The stream rings at every save; the sweep each minute finds what the bell missed. */
  #announce(): void {
    const { archive } = this.#props;
    const worker = this.worker(this, 'announcement');
    worker.allow(
      ['sqs:SendMessage', 'sqs:GetQueueAttributes'],
      [...this.queues.values()].map(({ queue }) => queue.queueArn),
    );
    worker.allow(['events:PutEvents'], [this.bus.eventBusArn]);
    worker.allow(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      [archive.records.tableStreamArn!],
    );
    worker.allow(['dynamodb:ListStreams'], ['*']);
    new EventSourceMapping(worker, 'FromStream', {
      target: worker.function,
      eventSourceArn: archive.records.tableStreamArn!,
      startingPosition: StartingPosition.LATEST,
      batchSize: 100,
      // A bell that is not answered is no loss, but a poison record must not block its shard.
      retryAttempts: 2,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { gsi1pk: { S: FilterRule.isEqual('outbox') } } },
        }),
      ],
    });
    this.#schedule(worker, 'Sweep', Schedule.rate(Duration.minutes(1)));
    raiseAlarm(worker, 'UndeliveredAlarm', {
      says: 'Saved messages are refused by the bus or by a queue.',
      section: 'messages-refused',
      metric: sumOf(namespaceOf(this.#props.province.unitCode), 'Undelivered', {}).with({
        period: FIVE_MINUTES,
      }),
      threshold: 1,
      periods: 3,
      topic: this.alarms,
    });
  }

  #deleteOnSchedule(): void {
    const worker = this.worker(this, 'retention');
    // 01:30 in Vietnam.
    this.#schedule(worker, 'Nightly', Schedule.cron({ hour: '18', minute: '30' }));
  }

  #schedule(worker: WorkerFunction, id: string, schedule: Schedule): void {
    new Rule(worker, id, { schedule, targets: [new FunctionTarget(worker.function, { retryAttempts: 2 })] });
  }

  #undeliverable(): Queue {
    const queue = queueWithTls(this, 'UndeliverableEvents');
    acknowledge(queue, { 'AwsSolutions-SQS3': 'This is where undeliverable events wait for a person.' });
    raiseAlarm(this, 'UndeliverableEventsAlarm', {
      says: 'An event could not be brought to its queue.',
      section: 'undeliverable-events',
      metric: queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
      threshold: 1,
      topic: this.alarms,
    });
    return queue;
  }

  /** A published event that a step takes reaches its queue over the bus, as any other subscriber's would. */
  #subscribeSteps(deadLetterQueue: Queue): void {
    const source = Match.exactString(`bcci.${this.#props.province.unitCode}`);
    for (const [type, route] of Object.entries<Route>(routes)) {
      if (!route.published || !route.step) continue;
      new Rule(this, `${idOf(type)}To${idOf(route.step)}`, {
        eventBus: this.bus,
        eventPattern: { source, detailType: Match.exactString(type) },
        targets: [new SqsQueue(this.queues.get(route.step)!.queue, { deadLetterQueue })],
      });
    }
  }

  /** An original that was uploaded whole is taken in even if whoever uploaded it never came back to say so. */
  #hearOfOriginals(deadLetterQueue: Queue): void {
    new Rule(this, 'OriginalStored', {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [this.#props.archive.originals.bucketName] },
          object: { key: [{ prefix: 'originals/' }] },
        },
      },
      targets: [new SqsQueue(this.queues.get('intake')!.queue, { deadLetterQueue })],
    });
  }
}
