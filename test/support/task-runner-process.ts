/** A process with a busy and an idle task child, to be killed. */
import { ChildProcessTaskRunner } from '../../shared/adapters/local/child-process-task-runner.ts';
import type { ContractTasks } from './contract-tasks.ts';

const runner = new ChildProcessTaskRunner<ContractTasks>({
  jobs: 2,
  entry: new URL('./contract-tasks-process.ts', import.meta.url),
});
const limits = {
  timeoutMs: 60_000,
  memoryMb: 1_000,
  onTimeout: 'unexpected',
  onMemory: 'unexpected',
} as const;
const idle = runner.run('sleep', { ms: 0 }, limits);
void runner.run('start-program-and-spin', { pidsFile: process.argv[2]! }, limits);
process.send!((await idle).pid);
