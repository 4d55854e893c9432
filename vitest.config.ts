import { defineConfig } from 'vitest/config';

const quick = { environment: 'node' as const, pool: 'threads' as const };

/** One project per kind of test, so that each script runs the kinds it names and no others. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // The logger writes past the runner unless told that a developer is looking; then only failing tests show their lines.
    env: { POWERTOOLS_DEV: 'true' },
    silent: 'passed-only',
    projects: [
      {
        test: {
          ...quick,
          name: 'unit',
          // One module graph a worker: loading it anew for each file took more than half of the time. No module is mocked
          // (the tidy test bans it), so that a file that leaves nothing behind is all this asks for.
          isolate: false,
          // A law of a hundred cases on a machine that does other work besides.
          testTimeout: 30_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/{acceptance,faults,conformance,deploy,tidy}/**'],
        },
      },
      { test: { ...quick, name: 'tidy', include: ['test/tidy/**/*.test.ts'] } },
      {
        test: {
          ...quick,
          name: 'acceptance',
          // Each file starts a cloud of its own on free ports: two at once, since most of their time is waiting.
          include: ['test/acceptance/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...quick,
          name: 'conformance',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          ...quick,
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          fileParallelism: false,
          // Progress is printed: a person sees whether it still moves. On a busy machine 200 loans take an hour.
          testTimeout: 7_200_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...quick,
          name: 'deploy',
          include: ['test/deploy/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
