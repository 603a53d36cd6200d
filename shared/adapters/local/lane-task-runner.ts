/** Tasks by lanes: what a person waits for is not held up by what nobody waits for. */
import type { TaskLimits, TaskMap, TaskRunner } from '../../ports/task-runner.ts';

export class LaneTaskRunner<Tasks extends TaskMap<Tasks>> implements TaskRunner<Tasks> {
  readonly #lanes: Partial<Record<keyof Tasks & string, TaskRunner<Tasks>>>;
  readonly #rest: TaskRunner<Tasks>;

  constructor(lanes: Partial<Record<keyof Tasks & string, TaskRunner<Tasks>>>, rest: TaskRunner<Tasks>) {
    this.#lanes = lanes;
    this.#rest = rest;
  }

  run<Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name]['input'],
    limits: TaskLimits,
  ): Promise<Tasks[Name]['output']> {
    const lane = Object.hasOwn(this.#lanes, name) ? this.#lanes[name]! : this.#rest;
    return lane.run(name, input, limits);
  }

  async close(): Promise<void> {
    const lanes = Object.values(this.#lanes) as TaskRunner<Tasks>[];
    await Promise.all([...lanes, this.#rest].map((runner) => runner.close()));
  }
}
