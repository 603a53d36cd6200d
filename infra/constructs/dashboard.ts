/** One page for the control room of a province: what is under way, how old, judged how, failing why, costing what. */
import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type HorizontalAnnotation,
  type IMetric,
  MathExpression,
  SingleValueWidget,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Province } from '../../shared/config/province.ts';
import type { StepName } from '../../shared/pipeline/routes.ts';
import { type FunctionName, needsOf } from '../function-needs.ts';
import { lambdaUsdPerGbSecond } from '../prices.ts';
import { namespaceOf, sumOf } from './step-metrics.ts';
import type { StepQueue } from './step-queue.ts';
import type { WorkerFunction } from './worker-function.ts';

export interface DashboardProps {
  readonly province: Province;
  readonly queues: ReadonlyMap<StepName, StepQueue>;
  readonly workers: ReadonlyMap<FunctionName, WorkerFunction>;
}

const PERIOD = Duration.minutes(5);
const VERDICTS = ['clean', 'needs-review', 'rescan'];

export function addDashboard(scope: Construct, { province, queues, workers }: DashboardProps): Dashboard {
  const namespace = namespaceOf(province.unitCode);
  const graph = (title: string, left: IMetric[], leftAnnotations: HorizontalAnnotation[] = []) =>
    new GraphWidget({ title, left, leftAnnotations, width: 12, height: 6 });
  const { recognition } = Object.fromEntries(queues) as Record<StepName, StepQueue>;
  const inFlight = new MathExpression({
    expression: 'waiting + working',
    label: 'pages',
    usingMetrics: {
      waiting: recognition.queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD }),
      working: recognition.queue.metricApproximateNumberOfMessagesNotVisible({ period: PERIOD }),
    },
    period: PERIOD,
  });
  const dashboard = new Dashboard(scope, 'Dashboard', { defaultInterval: Duration.hours(12) });
  dashboard.addWidgets(
    new TextWidget({
      markdown: `# ${province.name}\n${sayTargets(province)}\n\nAlarms: docs/runbook.md`,
      width: 24,
      height: 2,
    }),
    new SingleValueWidget({
      title: 'Pages in flight · compute cost per 1,000 pages (USD)',
      metrics: [inFlight, costPerThousandPages(namespace, workers)],
      width: 24,
      height: 3,
    }),
    graph(
      'Age of the oldest message (s)',
      [...queues].map(([step, { queue }]) =>
        queue.metricApproximateAgeOfOldestMessage({ label: step, period: PERIOD }),
      ),
      [{ label: 'target', value: province.targets.pageAgeMinutes * 60 }],
    ),
    graph(
      'Verdicts',
      VERDICTS.map((verdict) => sumOf(namespace, 'Judged', { verdict }, verdict)),
    ),
    graph('Failures by code', [
      new MathExpression({
        expression: `SEARCH('{${namespace},code} MetricName="Failed"', 'Sum', ${PERIOD.toSeconds()})`,
        label: '',
        usingMetrics: {},
        period: PERIOD,
      }),
    ]),
    graph(
      'Dead letters',
      [...queues].map(([step, { deadLetters }]) =>
        deadLetters.metricApproximateNumberOfMessagesVisible({ label: step, period: PERIOD }),
      ),
    ),
  );
  return dashboard;
}

/** The control room shows how far the province is. */
function sayTargets({ targets }: Province): string {
  const { throughOneStopPercent, digitizedPercent, reusedPercent } = targets;
  return `Targets: ${throughOneStopPercent} % through the one-stop system, ${digitizedPercent} % digitized, ${reusedPercent} % reuse a paper.`;
}

/** Compute only: storage, requests and transfer are in docs/capacity.md. */
function costPerThousandPages(
  namespace: string,
  workers: ReadonlyMap<FunctionName, WorkerFunction>,
): MathExpression {
  const period = Duration.days(1);
  const named = [...workers].map(([name, { function: worker }], index) => {
    const gigabytes = needsOf(name).memoryMb / 1_024;
    return { id: `d${index}`, gigabytes, metric: worker.metricDuration({ statistic: Stats.SUM, period }) };
  });
  const gbSeconds = named.map(({ id, gigabytes }) => `${id}*${gigabytes.toFixed(4)}/1000`).join('+');
  return new MathExpression({
    expression: `1000*${lambdaUsdPerGbSecond}*(${gbSeconds})/pages`,
    label: 'USD per 1,000 pages',
    usingMetrics: {
      ...Object.fromEntries(named.map(({ id, metric }) => [id, metric])),
      pages: sumOf(namespace, 'Done', { step: 'recognition' }).with({ period }),
    },
    period,
  });
}
