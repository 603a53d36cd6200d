/** What a task runner and its child processes say to each other. */

export interface TaskOrder {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

export interface TaskFailure {
  readonly code: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

export type TaskReply =
  | 'ready'
  | { readonly id: number; readonly output?: unknown }
  | { readonly id: number; readonly failure: TaskFailure };
