/** Tasks in warm child processes: a hostile file costs its own process, never the house. */
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { TaskLimits, TaskMap, TaskRunner } from '../../ports/task-runner.ts';
import { TaskChild, type TaskChildSettings } from './task-child.ts';

export interface ChildProcessTaskRunnerSettings extends TaskChildSettings {
  /** Processes at once. */
  readonly jobs: number;
  /** Then a process is replaced: WebAssembly memory never shrinks. */
  readonly tasksPerChild?: number;
}

const DEFAULT_TASKS_PER_CHILD = 200;

interface WaitingTask {
  readonly name: string;
  readonly input: unknown;
  readonly limits: TaskLimits;
  readonly resolve: (output: never) => void;
  readonly reject: (error: unknown) => void;
}

export class ChildProcessTaskRunner<Tasks extends TaskMap<Tasks>> implements TaskRunner<Tasks> {
  readonly #settings: ChildProcessTaskRunnerSettings;
  readonly #waiting: WaitingTask[] = [];
  readonly #children = new Set<TaskChild>();
  readonly #idle: TaskChild[] = [];
  #closed = false;

  constructor(settings: ChildProcessTaskRunnerSettings) {
    this.#settings = settings;
  }

  run<Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name]['input'],
    limits: TaskLimits,
  ): Promise<Tasks[Name]['output']> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw closedError();
      this.#waiting.push({ name, input, limits, resolve, reject });
      this.#startWaiting();
    });
  }

  /** Starts one process ahead of the first task, which need not wait for it then. */
  warmUp(): void {
    const child = this.#children.size === 0 ? this.#makeChild() : undefined;
    if (child) this.#idle.push(child);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#waiting.splice(0)) task.reject(closedError());
    for (const child of this.#children) child.kill(closedError());
    await Promise.all([...this.#children].map((child) => child.ended));
  }

  #startWaiting(): void {
    while (this.#waiting.length > 0) {
      try {
        const child = this.#takeIdle() ?? this.#makeChild();
        if (!child) return;
        void this.#perform(this.#waiting.shift()!, child);
      } catch (cause) {
        // No more processes or open files just now.
        this.#waiting
          .shift()!
          .reject(new DigitizationError('service-unavailable', { service: 'tasks' }, { cause }));
      }
    }
  }

  async #perform({ name, input, limits, resolve, reject }: WaitingTask, child: TaskChild): Promise<void> {
    try {
      resolve((await child.run(name, input, limits)) as never);
    } catch (error) {
      reject(error);
    }
    const isWorn = child.taskCount >= (this.#settings.tasksPerChild ?? DEFAULT_TASKS_PER_CHILD);
    if (isWorn) child.kill(closedError());
    else this.#idle.push(child);
    this.#startWaiting();
  }

  #takeIdle(): TaskChild | undefined {
    let child = this.#idle.pop();
    while (child && !child.isAlive) child = this.#idle.pop();
    return child;
  }

  #makeChild(): TaskChild | undefined {
    const living = [...this.#children].filter((child) => child.isAlive);
    if (living.length >= this.#settings.jobs) return undefined;
    const child = new TaskChild(this.#settings);
    this.#children.add(child);
    void child.ended.then(() => this.#children.delete(child));
    return child;
  }
}

function closedError(): DigitizationError {
  return new DigitizationError('service-unavailable', { service: 'tasks' });
}
