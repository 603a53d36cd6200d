/** Ends a child process together with the programs that it started, whoever of the two processes dies first. */
import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

const HAS_GROUPS = process.platform !== 'win32';

/** `pid` must lead its group (`detached: true`); a group that is gone is no error. */
export function killGroup(pid: number): void {
  try {
    process.kill(HAS_GROUPS ? -pid : pid, 'SIGKILL');
  } catch (error) {
    // macOS says EPERM of a group that only zombies are left of.
    const isGone =
      error instanceof Error && 'code' in error && ['ESRCH', 'EPERM'].includes(String(error.code));
    if (!isGone) throw error;
  }
}

/** Reads until this process says that all is well, or is gone. */
const GUARD = 'read -r farewell || kill -KILL "-$0"';

/**
 * Kills the group of `pid` when this process dies, even by SIGKILL: a child that is busy in synchronous or native code
 * would not hear of it. A shell costs 1 MB; a thread in each child that listens costs 17. Returns how to call it off.
 */
export function guardGroup(pid: number): () => void {
  if (!HAS_GROUPS) return () => {};
  const guard = spawn('sh', ['-c', GUARD, String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell an idle child still ends by itself when its channel closes.
  guard.on('error', () => {});
  // Nor has it an input when there are no more open files to be had.
  const input: Writable | null = guard.stdin ?? null;
  input?.on('error', () => {});
  return () => void input?.end('farewell\n');
}
