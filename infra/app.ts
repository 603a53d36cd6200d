/** One stack a province, from its file in `provinces/`. */
import { readdirSync, readFileSync } from 'node:fs';
import { App, Tags } from 'aws-cdk-lib';
import { parseProvince } from '../shared/config/parse-province.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';

const folder = new URL('./provinces/', import.meta.url);
const app = new App();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const slug = file.replace(/\.json$/, '');
  const province = parseProvince(JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
  const stack = new PipelineStack(app, `Bcci-${slug}-Pipeline`, {
    env: { region: province.region },
    unitCode: province.unitCode,
    maxReceives: province.quotas.maxReceives,
  });
  Tags.of(stack).add('province', province.provinceCode);
}
app.synth();
