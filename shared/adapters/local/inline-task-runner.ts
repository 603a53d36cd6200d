/** Tasks in this very process, for where something outside kills it (Lambda) or nothing hostile comes (tests). */
import { DigitizationError } from '../../errors/digitization-error.ts';
import type { TaskHandlers, TaskLimits, TaskMap, TaskRunner } from '../../ports/task-runner.ts';
import { describeFailure, rebuildError } from './task-failure.ts';

export class InlineTaskRunner<Tasks extends TaskMap<Tasks>> implements TaskRunner<Tasks> {
  readonly #handlers: TaskHandlers<Tasks>;
  readonly #underWay = new Set<(error: DigitizationError) => void>();
  #closed = false;

  constructor(handlers: TaskHandlers<Tasks>) {
    this.#handlers = handlers;
  }

  /** The limits are left to whoever runs this process. */
  async run<Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name]['input'],
    _limits: TaskLimits,
  ): Promise<Tasks[Name]['output']> {
    if (this.#closed) throw closedError();
    const { promise: closing, reject } = Promise.withResolvers<never>();
    this.#underWay.add(reject);
    try {
      return await Promise.race([this.#perform(name, input), closing]);
    } finally {
      this.#underWay.delete(reject);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const reject of this.#underWay) reject(closedError());
  }

  async #perform<Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name]['input'],
  ): Promise<Tasks[Name]['output']> {
    try {
      if (!Object.hasOwn(this.#handlers, name)) throw new TypeError('no such task');
      return copyAsJson(await this.#handlers[name](copyAsJson(input)));
    } catch (error) {
      throw rebuildError(describeFailure(error));
    }
  }
}

/** What would not survive the way to another process must not work here either. */
function copyAsJson<Value>(value: Value): Value {
  return value === undefined ? value : JSON.parse(JSON.stringify(value));
}

function closedError(): DigitizationError {
  return new DigitizationError('service-unavailable', { service: 'tasks' });
}
