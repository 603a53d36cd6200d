/** Tells whether a program of the operating system is there; tests that need one skip by name where it is not. */
import { spawnSync } from 'node:child_process';

/** True when `name` is on the PATH. */
export function hasTool(name: string): boolean {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [name], { stdio: 'ignore' }).status === 0;
}
