/** The queue of one step with its dead letters and the alarms that wake somebody before paper is late. */
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StepName } from '../../shared/pipeline/routes.ts';

export interface StepQueueProps {
  readonly step: StepName;
  /** Time limit of the function that takes from the queue; the visibility time-out is six times as long. */
  readonly functionTimeout: Duration;
  /** Deliveries before a message becomes a dead letter. */
  readonly maxReceives: number;
  /**
   * Age of the oldest message at which the alarm goes off.
   * @default 15 minutes
   */
  readonly maxAge?: Duration;
}

const DEAD_LETTERS_KEPT = Duration.days(14);

export class StepQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: StepQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: DEAD_LETTERS_KEPT,
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(props.functionTimeout.toSeconds() * 6),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceives },
    });
    this.#alarms(props);
  }

  #alarms({ step, maxAge = Duration.minutes(15) }: StepQueueProps): void {
    new Alarm(this, 'DeadLettersAlarm', {
      alarmDescription: `${step}: a message was given up; it is a defect of ours and waits to be redriven.`,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    new Alarm(this, 'AgeAlarm', {
      alarmDescription: `${step}: the oldest message waits too long.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
      threshold: maxAge.toSeconds(),
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}
