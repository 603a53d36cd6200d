/** No right by wildcard, but for those listed here with the reason why it cannot be narrower. */
import { describe, expect, it } from 'vitest';
import { type Part, type SynthesizedProvince, synthesizeProvince } from '../support/synthesized-province.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource?: unknown;
  readonly Principal?: unknown;
}

/** What may be written with `*`: action, and where. */
const REASONS: readonly { readonly action: RegExp; readonly within: RegExp; readonly because: string }[] = [
  { action: /^xray:/, within: /Role/, because: 'X-Ray takes traces for no resource in particular' },
  { action: /^dynamodb:ListStreams$/, within: /AnnouncementRole/, because: 'streams are listed, not named' },
  {
    action: /^kms:\*$/,
    within: /^(Originals|Objects|Quarantine|Records)Key/,
    because:
      'a key’s own policy: its resource is the key, and without its account nobody could ever change it',
  },
  {
    action: /^(s3|cloudfront):/,
    within: /^CustomCDKBucketDeployment/,
    because: 'CDK’s copying function, at work during a deployment only',
  },
];

const PARTS: readonly Part[] = ['Archive', 'Pipeline', 'Console', 'Firewall'];

function* statementsIn(value: unknown): Generator<Statement> {
  if (Array.isArray(value)) for (const item of value) yield* statementsIn(item);
  else if (typeof value === 'object' && value !== null) {
    if ('Effect' in value && 'Action' in value) yield value as Statement;
    for (const item of Object.values(value)) yield* statementsIn(item);
  }
}

function listed<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function isWide(action: string, resources: readonly unknown[]): boolean {
  return action.includes('*') || resources.includes('*');
}

/** `<resource>: <action>` of every allowance by wildcard that no reason covers. */
function unexplained({ resourcesOf }: SynthesizedProvince): string[] {
  const found: string[] = [];
  for (const part of PARTS)
    for (const [id, { Properties }] of Object.entries(resourcesOf(part)))
      for (const { Effect, Action, Resource } of statementsIn(Properties)) {
        if (Effect !== 'Allow') continue;
        for (const action of listed(Action))
          if (
            isWide(action, listed(Resource)) &&
            !REASONS.some((reason) => reason.action.test(action) && reason.within.test(id))
          )
            found.push(`${part}/${id}: ${action}`);
      }
  return found;
}

const plain = synthesizeProvince();
const guarded = synthesizeProvince('can-tho');

describe('least privilege', () => {
  const { resourcesOf, ofType } = plain;

  it('nothing is allowed by wildcard without a reason, with or without a firewall', () => {
    expect(unexplained(plain)).toEqual([]);
    expect(unexplained(guarded)).toEqual([]);
  });

  const rightsOf = (part: Part, role: string) => {
    const [, policy] = ofType(part, 'AWS::IAM::Policy').find(([id]) => id.startsWith(role))!;
    return [...statementsIn(policy.Properties)];
  };
  const mayOn = (part: Part, role: string, action: string, place: string) =>
    rightsOf(part, role).some(
      (statement) =>
        listed(statement.Action).includes(action) && JSON.stringify(statement.Resource).includes(place),
    );

  it('lets nobody but quarantine get past the lock of an original', () => {
    const past = [...ofType('Pipeline', 'AWS::IAM::Policy'), ...ofType('Console', 'AWS::IAM::Policy')]
      .filter(([, policy]) => JSON.stringify(policy).includes('s3:BypassGovernanceRetention'))
      .map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''));
    expect(past.sort()).toEqual(['Recognition', 'Validation']);
  });

  it('lets only retention delete finished files, and validation those of secret papers', () => {
    const deleters = [...ofType('Pipeline', 'AWS::IAM::Policy'), ...ofType('Console', 'AWS::IAM::Policy')]
      .map(([id]) => id.replace(/RoleDefaultPolicy.*/, ''))
      .filter((id) => !id.startsWith('Custom'))
      .filter((id) =>
        mayOn(id === 'Api' ? 'Console' : 'Pipeline', `${id}Role`, 's3:DeleteObject', '/files/*'),
      );
    expect(deleters).toEqual(['Validation', 'Retention']);
  });

  it('lets only retention delete what a record said before, and indexing what a search entry said', () => {
    const mayDelete = (id: string, place: string) =>
      mayOn('Pipeline', `${id}Role`, 's3:DeleteObjectVersion', place);
    const workers = [
      'Intake',
      'Recognition',
      'Validation',
      'Assembly',
      'Attachment',
      'Indexing',
      'Retention',
    ];
    expect(workers.filter((id) => mayDelete(id, '/records/*'))).toEqual(['Retention']);
    expect(workers.filter((id) => mayDelete(id, '/records/search/*'))).toEqual(['Indexing']);
    expect(mayOn('Console', 'ApiRole', 's3:DeleteObject', '/records/*')).toBe(false);
  });

  it('lets the API lay archives on the shelf for downloads, and write no finished file', () => {
    expect(mayOn('Console', 'ApiRole', 's3:PutObject', '/downloads/*')).toBe(true);
    expect(mayOn('Console', 'ApiRole', 's3:GetObject', '/downloads/*')).toBe(true);
    expect(mayOn('Console', 'ApiRole', 's3:PutObject', '/files/*')).toBe(false);
  });

  it('lets attachment see no scan', () => {
    expect(mayOn('Pipeline', 'AttachmentRole', 's3:GetObject', '/originals/*')).toBe(false);
    expect(mayOn('Pipeline', 'AssemblyRole', 's3:GetObject', '/originals/*')).toBe(true);
  });

  it('gives each function a role of its own and no managed policy', () => {
    const functions = [
      ...ofType('Pipeline', 'AWS::Lambda::Function'),
      ...ofType('Console', 'AWS::Lambda::Function'),
    ].filter(([id]) => !id.startsWith('Custom'));
    const roles = functions.map(([, { Properties }]) => JSON.stringify(Properties.Role));
    expect(new Set(roles).size).toBe(functions.length);
    for (const [id, { Type, Properties }] of Object.entries({
      ...resourcesOf('Pipeline'),
      ...resourcesOf('Console'),
    }))
      if (Type === 'AWS::IAM::Role' && !id.startsWith('Custom'))
        expect(Properties.ManagedPolicyArns).toBeUndefined();
  });
});
