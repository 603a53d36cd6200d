/** Figures out of the functions' log lines: what was done, what failed and why, what was judged. */
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Namespace of a province's own figures. */
export function namespaceOf(unitCode: string): string {
  return `Bcci/${unitCode}`;
}

export interface StepMetricsProps {
  readonly step: string;
  readonly logGroup: LogGroup;
  readonly namespace: string;
}

export function countSteps(scope: Construct, { step, logGroup, namespace }: StepMetricsProps): void {
  const count = (id: string, event: string, metricName: string, dimensions?: Record<string, string>) =>
    new MetricFilter(scope, id, {
      logGroup,
      filterPattern: FilterPattern.stringValue('$.event', '=', event),
      metricNamespace: namespace,
      metricName,
      metricValue: '1',
      ...(dimensions && { dimensions }),
    });
  count('DoneFilter', 'step-done', 'Done', { step: '$.step' });
  count('FailedFilter', 'step-failed', 'Failed', { code: '$.code' });
  if (step === 'assembly' || step === 'validation')
    count('JudgedFilter', 'dossier-judged', 'Judged', { verdict: '$.verdict' });
  if (step === 'announcement') count('UndeliveredFilter', 'message-undelivered', 'Undelivered');
}

export function sumOf(
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  label?: string,
): Metric {
  return new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic: Stats.SUM,
    ...(label && { label }),
  });
}
