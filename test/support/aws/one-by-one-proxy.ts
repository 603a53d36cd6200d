/** Hands requests to servers, to each one by one, and now and then answers for them: as AWS does when it throttles. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Address of the server that serves an operation, by AWS's name of it. */
export type ServerOf = (operation: string) => string;

export interface Proxy {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** What is answered instead of asking the server; null asks it. */
export type AnswerInstead = (operation: string) => { status: number; body: unknown } | null;

/**
 * Moto serves every request in a thread of its own and locks nothing, so that two conditional writes can both win:
 * what DynamoDB promises holds on it only for one request at a time.
 */
export async function startOneByOneProxy(
  serverOf: ServerOf,
  answerInstead: AnswerInstead = () => null,
): Promise<Proxy> {
  const turns = new Map<string, Promise<unknown>>();
  const server = createServer(async (incoming, outgoing) => {
    const body = await readAll(incoming);
    const operation = String(incoming.headers['x-amz-target'] ?? incoming.url);
    const instead = answerInstead(operation);
    if (instead) return answer(outgoing, instead);
    const target = serverOf(operation);
    const turn = (turns.get(target) ?? Promise.resolve())
      .then(() => pass(new URL(incoming.url ?? '/', target), incoming, body, outgoing))
      .catch(() => {
        outgoing.destroy();
      });
    turns.set(target, turn);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(outgoing: ServerResponse, { status, body }: { status: number; body: unknown }): void {
  outgoing.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  outgoing.end(JSON.stringify(body));
}

async function pass(
  url: URL,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<void> {
  // The host stays as asked for: addresses of queues, which the server makes of it, lead here again.
  const { connection, ...headers } = incoming.headers;
  const onward = request(url, { method: incoming.method ?? 'POST', headers });
  onward.end(body);
  const [reply] = (await once(onward, 'response')) as [IncomingMessage];
  const bytes = await readAll(reply);
  const { connection: _own, 'transfer-encoding': _chunked, ...own } = reply.headers;
  outgoing.writeHead(reply.statusCode ?? 500, own);
  outgoing.end(bytes);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
