/** The stacks of one province; no other province has a part in them. */
import type { App } from 'aws-cdk-lib';
import { Tags } from 'aws-cdk-lib';
import type { Province } from '../shared/config/province.ts';
import type { Assets } from './assets.ts';
import { stackName } from './ids.ts';
import { ArchiveStack } from './stacks/archive-stack.ts';
import { ConsoleStack } from './stacks/console-stack.ts';
import { FirewallStack } from './stacks/firewall-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';

export interface ProvinceStacks {
  readonly archive: ArchiveStack;
  readonly pipeline: PipelineStack;
  readonly console: ConsoleStack;
  readonly firewall: FirewallStack | null;
}

export function addProvince(app: App, slug: string, province: Province, assets: Assets): ProvinceStacks {
  const account = province.account === null ? {} : { account: province.account };
  const env = { region: province.region, ...account };
  const archive = new ArchiveStack(app, stackName(slug, 'Archive'), { env, province });
  const pipeline = new PipelineStack(app, stackName(slug, 'Pipeline'), { env, province, archive, assets });
  const firewall = province.features.firewall
    ? new FirewallStack(app, stackName(slug, 'Firewall'), {
        env: { ...env, region: 'us-east-1' },
        crossRegionReferences: true,
      })
    : null;
  const console = new ConsoleStack(app, stackName(slug, 'Console'), {
    env,
    slug,
    province,
    archive,
    pipeline,
    assets,
    crossRegionReferences: firewall !== null,
    ...(firewall && { webAclArn: firewall.webAclArn }),
  });
  const stacks = { archive, pipeline, console, firewall };
  for (const stack of Object.values(stacks)) if (stack) Tags.of(stack).add('province', province.provinceCode);
  return stacks;
}
