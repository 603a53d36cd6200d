/** The CDK app with the behaviours that new projects get; the templates must not depend on how it was started. */
import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

const BEHAVIOURS = {
  // Access logs are let in by policy; lists of rights on buckets are off by default since 2023.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  // The archive may not be changed under those who read it.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
};

export function createApp(props: AppProps = {}): App {
  return new App({ ...props, context: { ...BEHAVIOURS, ...props.context } });
}

/** The same, whose `synth` throws on whatever cdk-nag finds and nobody has acknowledged with a reason. */
export function createCheckedApp(props: AppProps = {}): App {
  const app = createApp(props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
