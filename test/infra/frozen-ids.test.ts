/** A stateful resource under another logical id is a new, empty one: these never change. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Part, synthesizeProvince } from '../support/synthesized-province.ts';

const STATEFUL = [
  'AWS::S3::Bucket',
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::Cognito::UserPool',
  'AWS::SQS::Queue',
  'AWS::Events::EventBus',
];
const PARTS: readonly Part[] = ['Archive', 'Pipeline', 'Console'];

const { resourcesOf } = synthesizeProvince();

describe('logical ids of what holds data', () => {
  it('are those that were ever deployed; a new one is added to frozen-ids.json by hand', () => {
    const frozen = JSON.parse(readFileSync(new URL('./frozen-ids.json', import.meta.url), 'utf8'));
    const found = Object.fromEntries(
      PARTS.map((part) => [
        part,
        Object.entries(resourcesOf(part))
          .filter(([, { Type }]) => STATEFUL.includes(Type))
          .map(([id, { Type }]) => `${Type} ${id}`)
          .sort(),
      ]),
    );
    expect(found).toEqual(frozen);
  });
});
