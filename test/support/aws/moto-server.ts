/** Moto as a server: SQS, DynamoDB with transactions, EventBridge with rules to queues, Cognito; where a machine has it. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasTool } from '../tools.ts';
import { startOneByOneProxy } from './one-by-one-proxy.ts';
import { freePort, ServerProcess } from './server-process.ts';

const PATCH = fileURLToPath(new URL('./moto-patch', import.meta.url));

/** Addresses of its processes. */
export interface MotoProcesses {
  readonly records: string;
  readonly others: string;
}

export interface MotoServer {
  /** One address for all of it. */
  readonly endpoint: string;
  readonly processes: MotoProcesses;
  stop(): Promise<void>;
}

export function hasMoto(): boolean {
  return hasTool('moto_server');
}

/** Records have a process of their own, so that two processors work; the bus and its queues must share one. */
export async function startMoto(folder: string): Promise<MotoServer> {
  const [records, others] = await Promise.all([
    startProcess(folder, 'records'),
    startProcess(folder, 'others'),
  ]);
  const processes = { records: records.endpoint, others: others.endpoint };
  const proxy = await startOneByOneProxy((operation) => processOf(operation, processes));
  return {
    endpoint: proxy.endpoint,
    processes,
    async stop() {
      await proxy.stop();
      await Promise.all([records.server.stop(), others.server.stop()]);
    },
  };
}

export function processOf(operation: string, { records, others }: MotoProcesses): string {
  return operation.startsWith('DynamoDB') ? records : others;
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
