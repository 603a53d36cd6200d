import { describe, expect, it } from 'vitest';
import { synthesizeProvince } from '../support/synthesized-province.ts';

const provinces = ['ca-mau', 'can-tho'].map((slug) => synthesizeProvince(slug));
const [caMau, canTho] = provinces;

describe('provinces', () => {
  it.each([
    [caMau!, 'can-tho', 'H13'],
    [canTho!, 'ca-mau', 'H12'],
  ] as const)('share nothing: no template of one names the other', ({ resourcesOf }, other, otherUnit) => {
    for (const part of ['Archive', 'Pipeline', 'Console', 'Firewall'] as const) {
      const text = JSON.stringify(resourcesOf(part));
      expect(text).not.toContain(other);
      expect(text).not.toContain(`"${otherUnit}"`);
    }
  });

  it('carry their code as a tag, for the bill', () => {
    const [, table] = canTho!.ofType('Archive', 'AWS::DynamoDB::Table')[0]!;
    expect(table).toMatchObject({ Properties: { Tags: [{ Key: 'province', Value: '92' }] } });
  });
});
