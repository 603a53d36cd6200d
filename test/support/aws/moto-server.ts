/** Moto as a server: SQS, DynamoDB with transactions, and EventBridge with rules to queues, where a machine has it. */
import { join } from 'node:path';
import { hasTool } from '../tools.ts';
import { startOneByOneProxy } from './one-by-one-proxy.ts';
import { freePort, ServerProcess } from './server-process.ts';

export interface MotoServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

export function hasMoto(): boolean {
  return hasTool('moto_server');
}

export async function startMoto(folder: string): Promise<MotoServer> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const server = new ServerProcess(
    'moto_server',
    ['-H', '127.0.0.1', '-p', String(port)],
    join(folder, 'moto.log'),
  );
  await server.ready(`${endpoint}/moto-api/`, 30_000);
  const proxy = await startOneByOneProxy(endpoint);
  return {
    endpoint: proxy.endpoint,
    async stop() {
      await proxy.stop();
      await server.stop();
    },
  };
}
