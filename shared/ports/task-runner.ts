/** Runs work that is heavy or dangerous (hostile files, imaging, OCR, PDF writing) where it can be stopped. */
import type { ErrorCode } from '../errors/catalogue.ts';

/** Every task by name; inputs and outputs are plain JSON: bytes travel through the object store. */
export type TaskMap<Tasks> = { [Name in keyof Tasks]: { input: unknown; output: unknown } };

export interface TaskLimits {
  /** Counted from the start of the work, not from the call. */
  readonly timeoutMs: number;
  /** Resident memory of the process that works. */
  readonly memoryMb: number;
  /** What running into each limit means to the caller, e.g. `scan-too-slow` and `scan-too-heavy`. */
  readonly onTimeout: ErrorCode;
  readonly onMemory: ErrorCode;
}

export interface TaskRunner<Tasks extends TaskMap<Tasks>> {
  /**
   * First come, first served. A DigitizationError of the task arrives with its code and detail; whatever else goes
   * wrong, a crash too, is `unexpected` and says nothing of the input. `service-unavailable` once closed.
   */
  run<Name extends keyof Tasks & string>(
    name: Name,
    input: Tasks[Name]['input'],
    limits: TaskLimits,
  ): Promise<Tasks[Name]['output']>;
  /** Ends the work under way: what was not finished is rejected with `service-unavailable`. */
  close(): Promise<void>;
}

export type TaskHandlers<Tasks extends TaskMap<Tasks>> = {
  readonly [Name in keyof Tasks & string]: (input: Tasks[Name]['input']) => Promise<Tasks[Name]['output']>;
};
