import { describe, expect, it } from 'vitest';
import { InlineTaskRunner } from '../../shared/adapters/local/inline-task-runner.ts';
import { LaneTaskRunner } from '../../shared/adapters/local/lane-task-runner.ts';
import type { TaskRunner } from '../../shared/ports/task-runner.ts';
import { type ContractTasks, contractTasks } from '../support/contract-tasks.ts';
import { describeTaskRunner } from './task-runner.contract.ts';

describeTaskRunner('lanes', async () => {
  const inline = () => new InlineTaskRunner<ContractTasks>(contractTasks);
  const subject = new LaneTaskRunner<ContractTasks>({}, inline());
  return { subject, close: () => subject.close() };
});

type Tasks = { quick: { input: null; output: string }; slow: { input: null; output: string } };

describe('lanes of tasks', () => {
  it('let what is awaited pass what is not, and close together', async () => {
    const closed: string[] = [];
    const lane = (name: string, run: TaskRunner<Tasks>['run']): TaskRunner<Tasks> => ({
      run,
      close: async () => void closed.push(name),
    });
    const stuck = lane('rest', () => new Promise(() => undefined));
    const runner = new LaneTaskRunner<Tasks>({ quick: lane('quick', async () => 'done') }, stuck);
    const limits = {
      timeoutMs: 1_000,
      memoryMb: 100,
      onTimeout: 'unexpected',
      onMemory: 'unexpected',
    } as const;
    void runner.run('slow', null, limits);
    expect(await runner.run('quick', null, limits)).toBe('done');
    await runner.close();
    expect(closed.sort()).toEqual(['quick', 'rest']);
  });
});
