import { type App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { createCheckedApp } from '../../infra/create-app.ts';
import { synthesizeProvince } from '../support/synthesized-province.ts';

describe('cdk-nag (AwsSolutions)', () => {
  it.each(['ca-mau', 'can-tho'])(
    'finds nothing in %s that is not acknowledged with a reason',
    { timeout: 120_000 },
    (slug) => {
      expect(() => synthesizeProvince(slug, (province) => province, createCheckedApp)).not.toThrow();
    },
  );

  it('would find what is wrong', () => {
    const app: App = createCheckedApp();
    new Bucket(new Stack(app, 'Careless'), 'Open');
    expect(() => app.synth()).toThrow();
  });
});
