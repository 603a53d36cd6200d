/** The queue of one step with its dead letters and the alarms that wake somebody before paper is late. */
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StepName } from '../../shared/pipeline/routes.ts';
import { visibilityTimeoutS } from '../function-needs.ts';
import { FIVE_MINUTES, ONE_MINUTE, raiseAlarm } from './runbook-alarm.ts';

export interface StepQueueProps {
  readonly step: StepName;
  /** Deliveries before a message becomes a dead letter. */
  readonly maxReceives: number;
  /** Age of the oldest message at which somebody is woken. */
  readonly maxAge: Duration;
  readonly alarms: ITopic;
}

const KEPT = Duration.days(14);

/** A scanning office's month in one hour. */
const MANY_MESSAGES = 20_000;

/** Encrypted by SQS itself: a customer key would have to let EventBridge in, and messages carry ids only. */
export function queueWithTls(
  scope: Construct,
  id: string,
  props: { visibilityTimeout?: Duration; deadLetters?: IQueue; maxReceives?: number } = {},
): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: KEPT,
    ...(props.visibilityTimeout && { visibilityTimeout: props.visibilityTimeout }),
    ...(props.deadLetters && {
      deadLetterQueue: { queue: props.deadLetters, maxReceiveCount: props.maxReceives ?? 1 },
    }),
  });
}

export class StepQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: StepQueueProps) {
    super(scope, id);
    this.deadLetters = queueWithTls(this, 'DeadLetters');
    this.queue = queueWithTls(this, 'Queue', {
      visibilityTimeout: Duration.seconds(visibilityTimeoutS(props.step)),
      deadLetters: this.deadLetters,
      maxReceives: props.maxReceives,
    });
    this.#alarms(props);
  }

  #alarms({ step, maxAge, alarms: topic }: StepQueueProps): void {
    raiseAlarm(this, 'DeadLettersAlarm', {
      says: `${step}: a message was given up; it waits to be redriven.`,
      section: 'dead-letters',
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: ONE_MINUTE }),
      threshold: 1,
      topic,
    });
    raiseAlarm(this, 'AgeAlarm', {
      says: `${step}: the oldest message waits too long.`,
      section: 'work-waits',
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES }),
      threshold: maxAge.toSeconds(),
      periods: 2,
      topic,
    });
    raiseAlarm(this, 'DepthAlarm', {
      says: `${step}: more messages wait than a busy hour brings.`,
      section: 'work-waits',
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES }),
      threshold: MANY_MESSAGES,
      periods: 3,
      topic,
    });
  }
}
