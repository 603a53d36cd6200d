/** Moto as a server: SQS, DynamoDB with transactions, EventBridge with rules to queues, Cognito; where a machine has it. */
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

/** Records have a process of their own, so that two processors work; the bus and its queues must share one. */
export async function startMoto(folder: string): Promise<MotoServer> {
  const processes = await Promise.all(['records', 'others'].map((name) => startProcess(folder, name)));
  const [records, others] = processes.map(({ endpoint }) => endpoint) as [string, string];
  const proxy = await startOneByOneProxy((operation) =>
    operation.startsWith('DynamoDB') ? records : others,
  );
  return {
    endpoint: proxy.endpoint,
    async stop() {
      await proxy.stop();
      await Promise.all(processes.map(({ server }) => server.stop()));
    },
  };
}

async function startProcess(folder: string, name: string) {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const args = ['-H', '127.0.0.1', '-p', String(port)];
  const server = new ServerProcess('moto_server', args, join(folder, `moto-${name}.log`), {
    PYTHONPATH: PATCH,
  });
  await server.ready(`${endpoint}/moto-api/`, 30_000);
  return { endpoint, server };
}
