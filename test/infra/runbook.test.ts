import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { synthesizeProvince } from '../support/synthesized-province.ts';

const page = (name: string) => readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8');

/** As GitHub and editors make anchors of headings. */
function sectionsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the runbook', () => {
  const { ofType } = synthesizeProvince();
  const alarms = [
    ...ofType('Pipeline', 'AWS::CloudWatch::Alarm'),
    ...ofType('Console', 'AWS::CloudWatch::Alarm'),
  ];
  const sections = sectionsOf(page('runbook'));

  it('has the section that each alarm names', () => {
    expect(alarms.length).toBeGreaterThan(20);
    const lost = alarms.filter(([, { Properties }]) => {
      const [, section] = /docs\/runbook\.md#([a-z-]+)$/.exec(String(Properties.AlarmDescription)) ?? [];
      return !sections.includes(section ?? '');
    });
    expect(lost.map(([id]) => id)).toEqual([]);
  });

  it('is reached by the other guides where they say', () => {
    for (const guide of ['admin-guide', 'single-server', 'upgrade'])
      for (const [, section] of page(guide).matchAll(/runbook\.md#([a-z-]+)/g))
        expect(sections).toContain(section);
  });
});

describe('the admin guide', () => {
  it('explains every field of a province’s file', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../infra/province.schema.json', import.meta.url), 'utf8'),
    );
    const guide = page('admin-guide');
    const missing = Object.keys(schema.properties).filter(
      (field) => field !== '$schema' && !guide.includes(`\`${field}\``),
    );
    expect(missing).toEqual([]);
  });
});
