import { describe, expect, it } from 'vitest';
import { needsOf } from '../../infra/function-needs.ts';
import { idOf } from '../../infra/ids.ts';
import { loadSettings } from '../../shared/config/load-settings.ts';
import type { Province } from '../../shared/config/province.ts';
import { type Route, routes, steps } from '../../shared/pipeline/routes.ts';
import { type Resource, synthesizeProvince } from '../support/synthesized-province.ts';

const { province, resourcesOf, ofType } = synthesizeProvince('ca-mau', withoutContacts);
const told = synthesizeProvince('ca-mau', (known) => ({
  ...withoutContacts(known),
  alarmEmails: ['truc@example.com'],
}));
const pipeline = resourcesOf('Pipeline');

/** Units that are told by e-mail have rules and topics of their own: province-fields.test.ts. */
function withoutContacts(known: Province): Province {
  return { ...known, units: known.units.map((unit) => ({ ...unit, contactEmail: null })) };
}

function idsLike(type: string, id: RegExp): string[] {
  return ofType('Pipeline', type)
    .map(([logicalId]) => logicalId)
    .filter((logicalId) => id.test(logicalId));
}

function mappingFrom(queueId: string): Resource {
  const found = ofType('Pipeline', 'AWS::Lambda::EventSourceMapping').filter(
    ([, { Properties }]) =>
      JSON.stringify(Properties.EventSourceArn) === JSON.stringify({ 'Fn::GetAtt': [queueId, 'Arn'] }),
  );
  expect(found).toHaveLength(1);
  return found[0]![1];
}

describe.each(steps)('the step %s', (step) => {
  const [queueId] = idsLike('AWS::SQS::Queue', new RegExp(`^${idOf(step)}Queue[0-9A-F]{8}$`));
  const [deadLettersId] = idsLike(
    'AWS::SQS::Queue',
    new RegExp(`^${idOf(step)}QueueDeadLetters[0-9A-F]{8}$`),
  );

  it('has one queue whose given-up messages go to its own dead letters, kept for two weeks', () => {
    expect(pipeline[queueId!]!.Properties.RedrivePolicy).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [deadLettersId, 'Arn'] },
      maxReceiveCount: province.quotas.maxReceives,
    });
    expect(pipeline[deadLettersId!]!.Properties.MessageRetentionPeriod).toBe(14 * 86_400);
  });

  it('has alarms on dead letters, age and depth', () => {
    for (const alarm of ['DeadLettersAlarm', 'AgeAlarm', 'DepthAlarm'])
      expect(
        idsLike('AWS::CloudWatch::Alarm', new RegExp(`^${idOf(step)}Queue${alarm}[0-9A-F]{8}$`)),
      ).toHaveLength(1);
  });

  it('has one function on ARM that is fed one message at a time and answers for each', () => {
    const mapping = mappingFrom(queueId!);
    expect(mapping.Properties).toMatchObject({
      BatchSize: 1,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: step === 'recognition' ? province.quotas.pagesAtOnce : 20 },
    });
    const { Ref: functionId } = mapping.Properties.FunctionName as { Ref: string };
    expect(pipeline[functionId]).toMatchObject({
      Type: 'AWS::Lambda::Function',
      Properties: {
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        Timeout: needsOf(step).timeoutS,
        Environment: { Variables: { UNIT_CODE: 'H12', MAX_RECEIVES: '5' } },
      },
    });
  });

  it('hides a message at least six times as long as its function may run', () => {
    const { VisibilityTimeout } = pipeline[queueId!]!.Properties;
    expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * needsOf(step).timeoutS);
    expect(VisibilityTimeout).toBeLessThanOrEqual(43_200);
  });
});

describe.each(Object.entries<Route>(routes))('the route of %s', (type, route) => {
  it('reaches its step by one rule where it is published, and by none where it is not', () => {
    const rules = ofType('Pipeline', 'AWS::Events::Rule').filter(([, { Properties }]) =>
      JSON.stringify(Properties.EventPattern ?? {}).includes(`"${type}"`),
    );
    expect(rules).toHaveLength(route.published && route.step ? 1 : 0);
    for (const [, { Properties }] of rules) {
      expect(Properties.EventPattern).toEqual({ source: ['bcci.H12'], 'detail-type': [type] });
      expect(Properties.Targets).toEqual([
        expect.objectContaining({ DeadLetterConfig: expect.anything(), Arn: expect.anything() }),
      ]);
      expect(JSON.stringify(Properties.Targets)).toContain(`${idOf(route.step!)}Queue`);
    }
  });
});

describe('the pipeline stack', () => {
  it('gives functions more time than the settings let their work take', () => {
    const settings = loadSettings({});
    expect(needsOf('recognition').timeoutS * 1_000).toBeGreaterThan(2 * settings.readTimeoutMs);
    expect(needsOf('assembly').timeoutS * 1_000).toBeGreaterThan(settings.assembleTimeoutMs);
    const longest =
      settings.explodeTimeoutMs + (province.quotas.maxScanBytes / 1e6) * settings.explodeMsPerMegabyte;
    expect(needsOf('intake').timeoutS * 1_000).toBeGreaterThan(longest);
  });

  it('takes in originals that S3 tells of', () => {
    const rules = ofType('Pipeline', 'AWS::Events::Rule').filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes('Object Created'),
    );
    expect(rules).toHaveLength(1);
    expect(JSON.stringify(rules[0]![1].Properties.Targets)).toContain('IntakeQueue');
  });

  it('rings announcement at every message saved, and sweeps each minute', () => {
    const streams = ofType('Pipeline', 'AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => Properties.StartingPosition === 'LATEST',
    );
    expect(streams).toHaveLength(1);
    expect(
      JSON.parse(
        (streams[0]![1].Properties.FilterCriteria as { Filters: { Pattern: string }[] }).Filters[0]!.Pattern,
      ),
    ).toEqual({
      eventName: ['INSERT'],
      dynamodb: { NewImage: { gsi1pk: { S: ['outbox'] } } },
    });
    const scheduled = ofType('Pipeline', 'AWS::Events::Rule').map(
      ([, { Properties }]) => Properties.ScheduleExpression,
    );
    expect(scheduled).toContain('rate(1 minute)');
  });

  it('lets nobody talk to a queue without TLS', () => {
    const policies = ofType('Pipeline', 'AWS::SQS::QueuePolicy');
    for (const [, policy] of policies) expect(JSON.stringify(policy)).toContain('aws:SecureTransport');
    expect(policies).toHaveLength(ofType('Pipeline', 'AWS::SQS::Queue').length);
  });

  it('keeps every log as long as the province says, or a little longer', () => {
    const logs = [...ofType('Pipeline', 'AWS::Logs::LogGroup'), ...ofType('Console', 'AWS::Logs::LogGroup')];
    for (const [, { Properties }] of logs)
      expect(Properties.RetentionInDays).toBeGreaterThanOrEqual(province.retention.logDays);
    expect(logs).toHaveLength(steps.length + 4);
  });

  it('shows pages in flight, age, verdicts, failures by code and cost on one page', () => {
    const [, dashboard] = ofType('Pipeline', 'AWS::CloudWatch::Dashboard')[0]!;
    const body = JSON.stringify(dashboard.Properties.DashboardBody);
    for (const title of [
      'Pages in flight',
      'Age of the oldest',
      'Verdicts',
      'Failures by code',
      'USD per 1,000 pages',
    ])
      expect(body).toContain(title);
  });

  it('tells the province’s people of every alarm', () => {
    expect(told.ofType('Pipeline', 'AWS::SNS::Subscription')).toHaveLength(1);
    const alarms = [
      ...told.ofType('Pipeline', 'AWS::CloudWatch::Alarm'),
      ...told.ofType('Console', 'AWS::CloudWatch::Alarm'),
    ];
    for (const [, { Properties }] of alarms) expect(Properties.AlarmActions).toHaveLength(1);
  });
});
