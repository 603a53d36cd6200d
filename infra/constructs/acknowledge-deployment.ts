/** The function that copies the built console into its bucket is CDK's own; its rights are not ours to narrow. */
import type { Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

const REASON =
  'CDK’s own copying function, at work during a deployment only: it reads CDK’s asset bucket and writes the public files of the console.';

export function acknowledgeDeployment(stack: Stack, site: Bucket): void {
  const copier = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!copier) throw new RangeError('CDK names its copying function otherwise now');
  const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${stack.resolve(stack.account).Ref ? '<AWS::AccountId>' : stack.account}-${stack.region}`;
  const findings = [
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'].map(
      (action) => `AwsSolutions-IAM5[Action::${action}]`,
    ),
    'AwsSolutions-IAM5[Resource::*]',
    `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(site.node.defaultChild as never)}.Arn>/*]`,
    `AwsSolutions-IAM5[Resource::${assets}/*]`,
  ];
  acknowledge(copier as Construct, Object.fromEntries(findings.map((finding) => [finding, REASON])));
}
