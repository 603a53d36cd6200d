/** What a province's file says about others reaches them: units by e-mail, systems by their endpoint. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { directoryLayer } from '../../infra/constructs/directory-layer.ts';
import { codePrefixes } from '../../infra/constructs/unit-notices.ts';
import { createCheckedApp } from '../../infra/create-app.ts';
import { unitOfDossier } from '../../shared/domain/agency-unit.ts';
import { synthesizeProvince } from '../support/synthesized-province.ts';

const plain = synthesizeProvince();
const told = synthesizeProvince(
  'ca-mau',
  (province) => ({
    ...province,
    units: [
      { code: 'H12', name: 'Trung tâm', contactEmail: null },
      { code: 'H12.07', name: 'Sở', contactEmail: 'so@example.com' },
    ],
    targets: { ...province.targets, digitizedPercent: 77, pageAgeMinutes: 20 },
    endpoints: {
      ...province.endpoints,
      caseSystem: { url: 'https://mot-cua.example/su-kien', secret: 'secretsmanager:bcci/case-system' },
    },
  }),
  createCheckedApp,
);

describe('a unit', () => {
  it('with an address is told of supplements and rescans of its own dossiers, by code and address only', () => {
    const [subscription] = told
      .ofType('Pipeline', 'AWS::SNS::Subscription')
      .map(([, { Properties }]) => Properties);
    expect(subscription).toMatchObject({ Protocol: 'email', Endpoint: 'so@example.com' });
    const [rule] = told.ofType('Pipeline', 'AWS::Events::Rule').filter(([id]) => id.startsWith('Notices'));
    expect(rule![1].Properties.EventPattern).toEqual({
      source: ['bcci.H12'],
      'detail-type': ['supplement-requested', 'rescan-requested'],
      detail: { dossierCode: [{ prefix: 'H12.07-' }, { prefix: '000.00.07.H12-' }] },
    });
    const [target] = rule![1].Properties.Targets as [{ InputTransformer: object; Arn: unknown }];
    expect(target.Arn).toEqual((subscription as { TopicArn: unknown }).TopicArn);
    expect(target.InputTransformer).toEqual({
      InputPathsMap: { 'detail-dossierCode': '$.detail.dossierCode', 'detail-type': '$.detail-type' },
      InputTemplate:
        '"<detail-dossierCode>: <detail-type>. https://hoso.ca-mau.example/dossiers/<detail-dossierCode>"',
    });
  });

  it.each(['H12', 'H12.09', 'H12.09.05'])('%s is found by either form of its codes', (unit) => {
    for (const prefix of codePrefixes(unit)) expect(unitOfDossier(`${prefix}260102-0001`)).toBe(unit);
  });
});

describe('other systems', () => {
  it('are told what was published, with a secret that stands in no template', () => {
    const connections = told.ofType('Pipeline', 'AWS::Events::Connection');
    expect(connections).toHaveLength(1);
    expect(JSON.stringify(connections)).toContain(
      '{{resolve:secretsmanager:bcci/case-system:SecretString:::}}',
    );
    const [[, destination]] = told.ofType('Pipeline', 'AWS::Events::ApiDestination') as [
      ReturnType<typeof told.ofType>[number],
    ];
    expect(destination.Properties).toMatchObject({ InvocationEndpoint: 'https://mot-cua.example/su-kien' });
    const [rule] = told.ofType('Pipeline', 'AWS::Events::Rule').filter(([id]) => id.startsWith('Others'));
    expect(rule![1].Properties).toMatchObject({
      EventPattern: { 'detail-type': expect.arrayContaining(['files-attached', 'dossier-withdrawn']) },
      Targets: [{ DeadLetterConfig: expect.anything() }],
    });
  });

  it('are told nothing where the file names none', () => {
    expect(plain.ofType('Pipeline', 'AWS::Events::Connection')).toEqual([]);
  });
});

describe('targets', () => {
  it('stand on the dashboard, the age as a line in its graph', () => {
    const [[, { Properties }]] = told.ofType('Pipeline', 'AWS::CloudWatch::Dashboard') as [
      ReturnType<typeof told.ofType>[number],
    ];
    const body = JSON.stringify(Properties.DashboardBody);
    expect(body).toContain('77 % digitized');
    expect(body).toMatch(/annotations.{1,30}horizontal.{1,60}value.{1,5}1200\b/);
  });
});

describe('offices and units', () => {
  it('go with the API as a file, without the addresses of persons', () => {
    const folder = mkdtempSync(join(tmpdir(), 'layer-'));
    try {
      const stack = new Stack(new App({ outdir: folder }), 'Test');
      directoryLayer(stack, told.province);
      const [asset] = readdirSync(folder).filter((name) => name.startsWith('asset.'));
      const text = readFileSync(join(folder, asset!, 'province.json'), 'utf8');
      expect(JSON.parse(text)).toMatchObject({
        offices: [{ code: '970000' }, { code: '970001' }],
        units: [{ code: 'H12' }, { code: 'H12.07', name: 'Sở' }],
      });
      expect(text).not.toContain('@');
    } finally {
      rmSync(folder, { recursive: true });
    }
    const [[, api]] = told
      .ofType('Console', 'AWS::Lambda::Function')
      .filter(([id]) => id.startsWith('Api')) as [ReturnType<typeof told.ofType>[number]];
    expect(api.Properties).toMatchObject({
      Layers: [expect.anything()],
      Environment: { Variables: { PROVINCE_FILE: '/opt/province.json' } },
    });
  });

  it('and everything else leaves room in the 4 kB of a function’s environment', () => {
    for (const part of ['Pipeline', 'Console'] as const) {
      for (const [id, { Properties }] of told.ofType(part, 'AWS::Lambda::Function')) {
        const variables =
          (Properties.Environment as { Variables?: Record<string, unknown> })?.Variables ?? {};
        const lengths = Object.entries(variables).map(
          // What only the deployment knows is an address of a queue at the longest.
          ([name, value]) => name.length + (typeof value === 'string' ? Buffer.byteLength(value) : 130),
        );
        expect([id, lengths.reduce((sum, length) => sum + length, 0) < 4_096]).toEqual([id, true]);
      }
    }
  });
});
