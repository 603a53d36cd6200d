/** The child's side of the task runner: does what it is asked, one task after the other, and dies with its parent. */
import { killGroup } from './process-group.ts';
import { describeFailure } from './task-failure.ts';
import type { TaskOrder, TaskReply } from './task-messages.ts';

type Handlers = Readonly<Record<string, (input: never) => Promise<unknown>>>;

/** Call once, in the module that the runner was given as `entry`; `handlers` are the `TaskHandlers` of its tasks. */
export function serveTasks(handlers: Handlers): void {
  process.on('message', async (order: TaskOrder) => tell(await answer(handlers, order)));
  process.on('disconnect', () => {
    killGroup(process.pid);
    process.exit(1);
  });
  tell('ready');
}

async function answer(handlers: Handlers, { id, name, input }: TaskOrder): Promise<TaskReply> {
  try {
    if (!Object.hasOwn(handlers, name)) throw new TypeError('no such task');
    return { id, output: await handlers[name]?.(input as never) };
  } catch (error) {
    return { id, failure: describeFailure(error) };
  }
}

function tell(reply: TaskReply): void {
  process.send?.(reply);
}
