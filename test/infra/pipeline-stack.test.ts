import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { PipelineStack } from '../../infra/stacks/pipeline-stack.ts';
import { steps } from '../../shared/pipeline/routes.ts';

const template = Template.fromStack(
  new PipelineStack(new App(), 'Test', { unitCode: 'H12', maxReceives: 5 }),
);

describe('the pipeline stack', () => {
  it('has a queue with dead letters and two alarms for each step of the route table', () => {
    const withDeadLetters = template.findResources('AWS::SQS::Queue', {
      Properties: { RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }) },
    });
    expect(Object.keys(withDeadLetters)).toHaveLength(steps.length);
    template.resourceCountIs('AWS::CloudWatch::Alarm', steps.length * 2);
  });

  it('hides a message six times as long as its function may run', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { VisibilityTimeout: 6 * 120 });
  });

  it('brings the digitized event over the bus to attachment, with a place for what cannot be delivered', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['bcci.H12'], 'detail-type': ['dossier-digitized'] },
      Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })],
    });
  });

  it('lets nobody talk to a queue without TLS', () => {
    const policies = template.findResources('AWS::SQS::QueuePolicy');
    expect(JSON.stringify(policies)).toContain('aws:SecureTransport');
    expect(Object.keys(policies).length).toBe(Object.keys(template.findResources('AWS::SQS::Queue')).length);
  });
});
