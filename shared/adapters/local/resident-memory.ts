/** How much memory a process holds now. */
import { readFileSync } from 'node:fs';

/** Null where the system does not tell (no /proc) or the process is gone. */
export function readResidentMb(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
