import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envelopeSchema } from '../../../events/envelope.ts';
import { type PublishedEventType, publishedEvents } from '../../../events/registry.ts';
import { routes } from '../../../shared/pipeline/routes.ts';

const examples = readdirSync('events/examples').map((file) => ({
  file,
  event: JSON.parse(readFileSync(`events/examples/${file}`, 'utf8')),
}));

describe('published events', () => {
  it.each(examples)(
    '$file is what its schema says, envelope included, without an unknown field',
    ({ file, event }) => {
      expect(`${event.eventType}.v${event.eventVersion}.json`).toBe(file);
      const { version, schema } = publishedEvents[event.eventType as PublishedEventType];
      expect(event.eventVersion).toBe(version);
      expect(envelopeSchema.extend({ data: schema.strict() }).strict().parse(event)).toEqual(event);
    },
  );

  it('have an example and a route each', () => {
    const types = Object.keys(publishedEvents).sort();
    expect(examples.map(({ event }) => event.eventType).sort()).toEqual(types);
    const published = Object.entries(routes).filter(([, route]) => 'published' in route);
    expect(published.map(([type]) => type).sort()).toEqual(types);
  });
});
