/** One child process: does one task at a time, and is killed with everything it started when a limit is passed. */
import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { TaskLimits } from '../../ports/task-runner.ts';
import { guardGroup, killGroup } from './process-group.ts';
import { readResidentMb } from './resident-memory.ts';
import { rebuildError } from './task-failure.ts';
import type { TaskOrder, TaskReply } from './task-messages.ts';

export interface TaskChildSettings {
  /** Module that calls `serveTasks`. */
  readonly entry: URL;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Of the process and all that it starts, 0-19: what nobody waits for steps back. */
  readonly niceness?: number;
  /** V8's own limit: it catches what grows faster than memory is looked at. */
  readonly oldSpaceMb?: number;
}

const DEFAULT_OLD_SPACE_MB = 1_024;
const MEMORY_LOOK_MS = 200;
/** Modules load slowly on a busy machine; longer than this means that they never will. */
const START_TIMEOUT_MS = 60_000;
const MAX_COMPLAINT_LENGTH = 4_000;

interface CurrentTask extends TaskOrder {
  readonly limits: TaskLimits;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: DigitizationError) => void;
}

export class TaskChild {
  readonly ended: Promise<void>;
  readonly #process: ChildProcess;
  readonly #started: Promise<void>;
  #current: CurrentTask | null = null;
  #alive = true;
  #killedBecause: DigitizationError | null = null;
  #taskCount = 0;

  constructor(settings: TaskChildSettings) {
    this.#process = forkEntry(settings);
    const { pid } = this.#process;
    const callOffGuard = pid === undefined ? () => {} : guardGroup(pid);
    this.#started = this.#awaitStart();
    // Whoever runs a task hears of it; a child that is killed before its first task need not be heard.
    this.#started.catch(() => {});
    this.ended = new Promise((resolve) => {
      const finish = (code: number | null, signal: NodeJS.Signals | null) => {
        if (pid !== undefined) killGroup(pid);
        callOffGuard();
        this.#alive = false;
        this.#settle((task) => task.reject(this.#killedBecause ?? explainEnd(task, code, signal)));
        resolve();
      };
      this.#process.once('exit', finish);
      this.#process.once('error', () => finish(null, null));
    });
    this.#process.on('message', (reply: TaskReply) => this.#hear(reply));
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  get taskCount(): number {
    return this.#taskCount;
  }

  /** One at a time. */
  async run(name: string, input: unknown, limits: TaskLimits): Promise<unknown> {
    const id = ++this.#taskCount;
    await this.#started;
    const timer = setTimeout(
      () => this.#exceed(limits.onTimeout, { timeoutMs: limits.timeoutMs }),
      limits.timeoutMs,
    );
    const watch = setInterval(() => this.#watchMemory(limits), MEMORY_LOOK_MS);
    try {
      return await new Promise((resolve, reject) => {
        this.#current = { id, name, input, limits, resolve, reject };
        // A channel that closes meanwhile is told by `exit`.
        this.#process.send({ id, name, input } satisfies TaskOrder, () => {});
      });
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
    }
  }

  /** The task under way, if any, is rejected with `reason`. */
  kill(reason: DigitizationError): void {
    this.#alive = false;
    this.#killedBecause ??= reason;
    this.#settle((task) => task.reject(reason));
    if (this.#process.pid !== undefined) killGroup(this.#process.pid);
  }

  #hear(reply: TaskReply): void {
    if (reply === 'ready' || reply.id !== this.#current?.id) return;
    this.#settle((task) => {
      if ('failure' in reply) task.reject(rebuildError(reply.failure));
      else task.resolve(reply.output);
    });
  }

  #settle(how: (task: CurrentTask) => void): void {
    const task = this.#current;
    this.#current = null;
    if (task) how(task);
  }

  #watchMemory({ memoryMb, onMemory }: TaskLimits): void {
    const residentMb = this.#process.pid === undefined ? null : readResidentMb(this.#process.pid);
    if (residentMb !== null && residentMb > memoryMb) this.#exceed(onMemory, { memoryMb });
  }

  #exceed(code: DigitizationError['code'], limit: Record<string, number>): void {
    this.kill(new DigitizationError(code, { task: this.#current?.name ?? '', ...limit }));
  }

  #awaitStart(): Promise<void> {
    return new Promise((resolve, reject) => {
      let complaint = '';
      this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
        if (complaint.length < MAX_COMPLAINT_LENGTH) complaint += text;
      });
      const fail = () => {
        clearTimeout(timer);
        reject(this.#killedBecause ?? startError({}, complaint));
      };
      const timer = setTimeout(() => {
        this.kill(startError({ timeoutMs: START_TIMEOUT_MS }, complaint));
      }, START_TIMEOUT_MS);
      this.#process.once('exit', fail);
      this.#process.once('error', fail);
      this.#process.once('message', () => {
        clearTimeout(timer);
        // From here on it may quote papers: nobody listens.
        this.#process.stderr?.removeAllListeners('data').resume();
        resolve();
      });
    });
  }
}

function forkEntry({ entry, args = [], env = process.env, ...settings }: TaskChildSettings): ChildProcess {
  const { oldSpaceMb, niceness } = settings;
  const child = fork(entry, args, {
    env,
    // A group of its own, so that native programs it starts end with it.
    detached: true,
    execArgv: [`--max-old-space-size=${oldSpaceMb ?? DEFAULT_OLD_SPACE_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (niceness !== undefined && child.pid !== undefined) stepBack(child.pid, niceness);
  return child;
}

function stepBack(pid: number, niceness: number): void {
  try {
    setPriority(pid, niceness);
  } catch {
    // A process that ended at once says why by its end.
  }
}

function startError(detail: Record<string, number>, complaint: string): DigitizationError {
  return new DigitizationError(
    'unexpected',
    { stage: 'task-start', ...detail },
    { cause: new Error(complaint) },
  );
}

function explainEnd(task: CurrentTask, exitCode: number | null, signal: string | null): DigitizationError {
  // V8 aborts when its heap is full.
  if (signal === 'SIGABRT') return new DigitizationError(task.limits.onMemory, { task: task.name });
  return new DigitizationError('unexpected', { task: task.name, end: signal ?? `exit ${exitCode}` });
}
