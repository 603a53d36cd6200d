/** Builds what the stacks need and calls the CDK's own command line; the project's pinned one, never a machine's. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the exit code. `CDK_*` and credentials come from the environment, as for any use of the CDK. */
export function runCdk(root: string, args: readonly string[]): Promise<number> {
  const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  return run(root, process.execPath, [cdk, '--app', `"${process.execPath}" infra/app.ts`, ...args]);
}

/** A deployment takes what is built now; a check builds only what is missing. */
export async function buildForAws(root: string, isAnew: boolean): Promise<number> {
  const scripts = [
    { name: 'bundle', made: join(root, 'dist', 'functions', 'api', 'index.mjs') },
    { name: 'console', made: join(root, 'console', 'dist', 'index.html') },
  ];
  for (const { name, made } of scripts) {
    if (!isAnew && existsSync(made)) continue;
    const exitCode = await run(root, 'npm', ['run', '--silent', name]);
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}

function run(root: string, command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, [...args], {
    cwd: root,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, CDK_DISABLE_VERSION_CHECK: '1', JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1' },
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
