/** The CloudFormation templates of an example province, as the infrastructure code gives them. */
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { StaffPool } from '../../../infra/constructs/staff-pool.ts';
import { readProvinces } from '../../../infra/read-provinces.ts';
import { ArchiveStack } from '../../../infra/stacks/archive-stack.ts';
import { PipelineStack } from '../../../infra/stacks/pipeline-stack.ts';

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, { Value: unknown; Export?: { Name: string } }>>;
}

/** Archive, pipeline and the pool of accounts; the functions' code is a stand-in, all else is what would be deployed. */
export function synthesize(folder: string): Record<string, Template> {
  const app = new App({ outdir: join(folder, 'cdk.out') });
  const province = readProvinces('ca-mau').get('ca-mau')!;
  const env = { region: province.region };
  const archive = new ArchiveStack(app, 'Archive', { env, province });
  const assets = { functionCode: () => Code.fromInline('//'), consoleFolder: folder };
  new PipelineStack(app, 'Pipeline', { env, province, archive, assets });
  new StaffPool(new Stack(app, 'Console', { env }), 'Staff', {
    publicUrl: province.web.publicUrl,
    domainPrefix: 'test',
  });
  return Object.fromEntries(app.synth().stacks.map((stack) => [stack.stackName, stack.template as Template]));
}
