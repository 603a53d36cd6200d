import { ChildProcessTaskRunner } from '../../shared/adapters/local/child-process-task-runner.ts';
import { InlineTaskRunner } from '../../shared/adapters/local/inline-task-runner.ts';
import { type ContractTasks, contractTasks } from '../support/contract-tasks.ts';
import { CONTRACT_JOBS, describeTaskKilling, describeTaskRunner } from './task-runner.contract.ts';

async function makeChildProcessRunner() {
  const subject = new ChildProcessTaskRunner<ContractTasks>({
    jobs: CONTRACT_JOBS,
    entry: new URL('../support/contract-tasks-process.ts', import.meta.url),
  });
  return { subject, close: () => subject.close() };
}

describeTaskRunner('child processes', makeChildProcessRunner);
describeTaskKilling('child processes', makeChildProcessRunner);

// Exception: inline, nothing is killed, for a process cannot survive its own death; Lambda kills from outside.
describeTaskRunner('inline', async () => {
  const subject = new InlineTaskRunner<ContractTasks>(contractTasks);
  return { subject, close: () => subject.close() };
});
