/** Every province's stacks from its file in `provinces/`, or one's with `--context province=<slug>`; checked by cdk-nag. */
import { addProvince } from './add-province.ts';
import { builtAssets } from './assets.ts';
import { createCheckedApp } from './create-app.ts';
import { readProvinces } from './read-provinces.ts';

const app = createCheckedApp();
const assets = builtAssets();
for (const [slug, province] of readProvinces(app.node.tryGetContext('province')))
  addProvince(app, slug, province, assets);
app.synth();
