import { defineConfig } from 'vitest/config';

/** The unit tests that answer for the mutated files, and no others: each mutant runs what covers it. */
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'threads',
    testTimeout: 60_000,
    setupFiles: ['tools/mutation/few-runs.ts'],
    include: [
      'test/lambdas/shared/{money,money-allocation,rate,rational,rounding,calendar,business-days,holidays,day-count}.test.ts',
      'test/lambdas/rules/apr/*.test.ts',
      'test/lambdas/rules/servicing/*.test.ts',
    ],
  },
});
