/** Moto as a server: SQS, DynamoDB with transactions, and EventBridge with rules to queues, where a machine has it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasTool } from '../tools.ts';
import { startOneByOneProxy } from './one-by-one-proxy.ts';
import { freePort, ServerProcess } from './server-process.ts';

const PATCH = fileURLToPath(new URL('./moto-patch', import.meta.url));

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
  const args = ['-H', '127.0.0.1', '-p', String(port)];
  const server = new ServerProcess('moto_server', args, join(folder, 'moto.log'), { PYTHONPATH: PATCH });
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
