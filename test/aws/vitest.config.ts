/** The suite over real protocol servers: they start once for all of its files and stop with them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: [new URL('./servers.ts', import.meta.url).pathname],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
