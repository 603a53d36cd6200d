/** Asks for a password without showing it, or reads it from standard input. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Typed unseen at a terminal, else one line of the standard input: never an argument, which others can see. */
export async function askPassword(): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write('Mật khẩu: ');
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: unseen, terminal: isTerminal });
  try {
    const { value } = await lines[Symbol.asyncIterator]().next();
    return value ?? '';
  } finally {
    lines.close();
    if (isTerminal) process.stderr.write('\n');
  }
}
