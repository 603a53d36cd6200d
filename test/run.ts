/** Runs every suite, or those named, and ends with one line: `N passed, N failed, N skipped`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SuiteReport } from './suite-report.ts';

const SUITES = ['unit', 'contract', 'hostile', 'golden', 'infra', 'journey', 'faults', 'aws', 'browser'];

const VITEST = join('node_modules', 'vitest', 'vitest.mjs');

async function runSuite(suite: string, folder: string): Promise<SuiteReport> {
  const reportPath = join(folder, `${suite}.json`);
  const startedMs = Date.now();
  const exitCode = await new Promise<number>((resolve) => {
    const reporters = ['--reporter=default', '--reporter=./test/suite-report.ts'];
    const child = spawn(
      process.execPath,
      [VITEST, 'run', '--dir', `test/${suite}`, ...ownConfig(suite), ...reporters],
      { stdio: 'inherit', env: { ...process.env, SUITE_REPORT: reportPath } },
    );
    child.on('close', (code) => resolve(code ?? 1));
  });
  const report: SuiteReport = existsSync(reportPath)
    ? JSON.parse(readFileSync(reportPath, 'utf8'))
    : { passed: 0, skipped: [], failures: ['ended without a report'] };
  for (const name of report.skipped) console.log(`SKIPPED here: ${suite}: ${name}`);
  console.log(`${suite}: ${report.passed} passed in ${Math.round((Date.now() - startedMs) / 1000)} s`);
  if (exitCode === 0 || report.failures.length > 0) return report;
  return { ...report, failures: [`ended with exit code ${exitCode}`] };
}

/** A suite that needs servers around it says so in a config of its own. */
function ownConfig(suite: string): string[] {
  const path = join('test', suite, 'vitest.config.ts');
  return existsSync(path) ? ['--config', path] : [];
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((suite) => !SUITES.includes(suite));
if (unknown.length > 0) {
  console.error(`Unknown suite ${unknown.join(', ')}; there are ${SUITES.join(', ')}.`);
  process.exit(64);
}

const total = { passed: 0, skipped: 0 };
const failures: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'suites-'));
for (const suite of wanted.length > 0 ? wanted : SUITES) {
  if (!existsSync(`test/${suite}`)) continue;
  const report = await runSuite(suite, folder);
  total.passed += report.passed;
  total.skipped += report.skipped.length;
  failures.push(...report.failures.map((failure) => `${suite}: ${failure}`));
}
rmSync(folder, { recursive: true });
for (const failure of failures) console.log(`FAILED: ${failure}`);
console.log(`${total.passed} passed, ${failures.length} failed, ${total.skipped} skipped`);
process.exitCode = failures.length > 0 ? 1 : 0;
