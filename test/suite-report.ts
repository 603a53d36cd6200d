/** What a suite's run came to, for `test/run.ts`: counts, the names skipped, and every failure with its cause. */
import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

export interface SuiteReport {
  readonly passed: number;
  readonly skipped: readonly string[];
  readonly failures: readonly string[];
}

/** Writes a `SuiteReport` as JSON to the file named by SUITE_REPORT. */
export default class SuiteReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const report: SuiteReport = {
      passed: tests.filter((test) => test.result().state === 'passed').length,
      skipped: tests.filter((test) => test.result().state === 'skipped').map((test) => test.fullName),
      failures: [
        ...tests.flatMap((test) => {
          const { state, errors } = test.result();
          return state === 'failed' ? [`${test.fullName}\n${causes(errors)}`] : [];
        }),
        // A file that cannot be loaded, or a hook that fails, has no failed test of its own.
        ...modules.flatMap((module) =>
          [module, ...module.children.allSuites()].flatMap((suite) =>
            suite.errors().map((error) => `${module.relativeModuleId}\n${causes([error])}`),
          ),
        ),
        // Nor has an error that nobody awaited: the run ends red though every test is green.
        ...unhandledErrors.map((error) => `an error that no test caught\n${causes([error])}`),
      ],
    };
    writeFileSync(process.env.SUITE_REPORT ?? 'suite-report.json', JSON.stringify(report));
  }
}

function causes(errors: readonly SerializedError[] | undefined): string {
  return (errors ?? []).map((error) => String(error.stack ?? error.message)).join('\n');
}
