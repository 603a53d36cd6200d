/** One province's pipeline: a queue a step from the route table, and a bus that the world can listen to. */
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, Match, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Route, routes, type StepName, steps } from '../../shared/pipeline/routes.ts';
import { StepQueue } from '../constructs/step-queue.ts';

export interface PipelineStackProps extends StackProps {
  /** Agency code of the province's system, e.g. `H12`: the source of its events is `bcci.<unit code>`. */
  readonly unitCode: string;
  /** Deliveries of one message before it becomes a dead letter. */
  readonly maxReceives: number;
}

const FUNCTION_TIMEOUTS: Readonly<Record<StepName, Duration>> = {
  intake: Duration.minutes(2),
  recognition: Duration.minutes(2),
  validation: Duration.minutes(1),
  assembly: Duration.minutes(3),
  attachment: Duration.seconds(30),
  indexing: Duration.seconds(30),
};

export class PipelineStack extends Stack {
  readonly bus: EventBus;
  readonly queues: ReadonlyMap<StepName, StepQueue>;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    this.bus = new EventBus(this, 'Events');
    this.queues = new Map(
      steps.map((step) => [
        step,
        new StepQueue(this, nameOf(step), {
          step,
          functionTimeout: FUNCTION_TIMEOUTS[step],
          maxReceives: props.maxReceives,
        }),
      ]),
    );
    this.#subscribeSteps(props.unitCode);
    new CfnOutput(this, 'EventBusName', { value: this.bus.eventBusName });
  }

  /** A published event that a step takes reaches its queue over the bus, as any other subscriber's would. */
  #subscribeSteps(unitCode: string): void {
    const undeliverable = new Queue(this, 'UndeliverableEvents', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    for (const [type, route] of Object.entries<Route>(routes)) {
      if (!route.published || !route.step) continue;
      new Rule(this, `${nameOf(type)}To${nameOf(route.step)}`, {
        eventBus: this.bus,
        eventPattern: { source: Match.exactString(`bcci.${unitCode}`), detailType: Match.exactString(type) },
        targets: [new SqsQueue(this.queues.get(route.step)!.queue, { deadLetterQueue: undeliverable })],
      });
    }
  }
}

/** `dossier-digitized` to `DossierDigitized`: ids in the template are a contract. */
function nameOf(word: string): string {
  return word.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
