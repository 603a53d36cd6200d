/** Runs every suite, or those named, and ends with one line: `N passed, N failed, N skipped`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SUITES = ['unit', 'contract', 'hostile', 'golden', 'infra', 'journey', 'faults', 'aws', 'browser'];

const VITEST = join('node_modules', 'vitest', 'vitest.mjs');

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why, repeated where a reader looks first: at the end. */
  failures: string[];
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

async function runSuite(suite: string, folder: string): Promise<Counts> {
  const outputFile = join(folder, `${suite}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', '--outputFile.json', outputFile];
  const startedMs = Date.now();
  const exitCode = await new Promise<number>((resolve) => {
    const child = spawn(
      process.execPath,
      [VITEST, 'run', '--dir', `test/${suite}`, ...ownConfig(suite), ...reporters],
      {
        stdio: 'inherit',
      },
    );
    child.on('close', (code) => resolve(code ?? 1));
  });
  const report: VitestReport | null = existsSync(outputFile)
    ? JSON.parse(readFileSync(outputFile, 'utf8'))
    : null;
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: [`${suite}: made no report`] };
  const skipped = report.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => test.status === 'skipped'),
  );
  for (const test of skipped) console.log(`SKIPPED here: ${suite}: ${test.fullName}`);
  console.log(
    `${suite}: ${report.numPassedTests} passed in ${Math.round((Date.now() - startedMs) / 1000)} s`,
  );
  // A file that cannot even be loaded has no failed test of its own.
  const failed = Math.max(report.numFailedTests, exitCode === 0 ? 0 : 1);
  const failures = report.testResults.flatMap((file) => [
    ...(file.message ? [`${suite}: ${file.name}\n${file.message}`] : []),
    ...file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${suite}: ${test.fullName}\n${test.failureMessages.join('\n')}`),
  ]);
  if (failed > 0 && failures.length === 0) {
    failures.push(`${suite}: every test passed, but the run ended with exit code ${exitCode}`);
  }
  return { passed: report.numPassedTests, failed, skipped: skipped.length, failures };
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

const total: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
const folder = mkdtempSync(join(tmpdir(), 'suites-'));
for (const suite of wanted.length > 0 ? wanted : SUITES) {
  if (!existsSync(`test/${suite}`)) continue;
  const counts = await runSuite(suite, folder);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  total.failures.push(...counts.failures);
}
rmSync(folder, { recursive: true });
for (const failure of total.failures) console.log(`FAILED: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
