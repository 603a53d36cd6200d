import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PublishedEvent } from '../../../../events/envelope.ts';
import {
  createEventBridgeClient,
  EventBridgeEventPublisher,
} from '../../../../shared/adapters/aws/eventbridge-event-publisher.ts';

function eventOf(eventId: string, data: Record<string, unknown> = {}): PublishedEvent {
  return {
    eventId,
    eventType: 'page-recognized',
    eventVersion: 1,
    occurredAt: '2026-01-05T02:00:00.000Z',
    provinceCode: '96',
    unitCode: 'H12',
    dossierCode: null,
    causeId: null,
    data,
  };
}

type Reply = (entries: readonly { Detail: string }[]) => { status: number; body: unknown };

/** EventBridge's JSON protocol on the loopback, answering as a test wrote. */
async function publisherOver(reply: Reply) {
  const asked: { Detail: string; Source: string; DetailType: string; EventBusName: string }[][] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { Entries } = JSON.parse(Buffer.concat(chunks).toString());
    asked.push(Entries);
    const { status, body } = reply(Entries);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const client = createEventBridgeClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  const refused: string[][] = [];
  const publisher = new EventBridgeEventPublisher(client, 'province', (...args) => refused.push(args));
  return { publisher, asked, refused };
}

const accept: Reply = (entries) => ({
  status: 200,
  body: { FailedEntryCount: 0, Entries: entries.map((_, index) => ({ EventId: `e-${index}` })) },
});

describe('the event publisher on EventBridge', () => {
  it('sends the whole event under the province’s source, ten at a time', async () => {
    const { publisher, asked } = await publisherOver(accept);
    const events = Array.from({ length: 25 }, (_, index) => eventOf(`m-${index}`));
    expect(await publisher.publish(events)).toEqual(events.map((event) => event.eventId));
    expect(asked.map((entries) => entries.length)).toEqual([10, 10, 5]);
    const [first] = asked[0]!;
    expect(first).toMatchObject({
      Source: 'bcci.H12',
      DetailType: 'page-recognized',
      EventBusName: 'province',
    });
    expect(JSON.parse(first!.Detail)).toEqual(events[0]);
  });

  it('returns only what the bus took, although it answered 200', async () => {
    const { publisher, refused } = await publisherOver((entries) => ({
      status: 200,
      body: {
        FailedEntryCount: 1,
        Entries: entries.map((_, index) =>
          index === 1 ? { ErrorCode: 'ThrottlingException', ErrorMessage: 'x' } : { EventId: `e-${index}` },
        ),
      },
    }));
    expect(await publisher.publish(['a', 'b', 'c'].map((id) => eventOf(id)))).toEqual(['a', 'c']);
    expect(refused).toEqual([['b', 'ThrottlingException']]);
  });

  it('does not hold up the others for one that is too large', async () => {
    const { publisher, refused } = await publisherOver((entries) =>
      entries.some((entry) => entry.Detail.length > 200_000)
        ? { status: 400, body: { __type: 'ValidationException', message: 'too large' } }
        : accept(entries),
    );
    const large = eventOf('large', { text: 'x'.repeat(260_000) });
    expect(await publisher.publish([eventOf('a'), large, eventOf('b')])).toEqual(['a', 'b']);
    expect(refused).toEqual([['large', 'ValidationException']]);
  });

  it('accepts nothing while the bus throttles', async () => {
    const { publisher } = await publisherOver(() => ({
      status: 400,
      body: { __type: 'ThrottlingException', message: 'Rate exceeded' },
    }));
    expect(await publisher.publish([eventOf('a')])).toEqual([]);
  });
});
