/** Suites are folders of `test/`; `test/run.ts` runs them one by one and adds up. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests start processes of their own; two files at once fill two cores.
    maxWorkers: 2,
  },
});
