import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Rooms whose tests may run one after the other in the same modules: loading them anew for each file takes minutes. */
const shared = ['time', 'domain', 'storage', 'services', 'jobs', 'cli', 'web', 'outlet'].map(
  room => `src/${room}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // On a machine that has other work, one test of thousands may come too late: it is
    // tried a second time and named in the output, where it is a fault to mend.
    retry: 1,
    maxWorkers: availableParallelism(),
    globalSetup: ['test/global-setup.ts'],
    projects: [
      { extends: true, test: { name: 'shared', include: shared, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
          exclude: [...shared, 'test/browser/**', '**/node_modules/**'],
        },
      },
      // They share their modules and the browser, and take their time.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          isolate: false,
          testTimeout: 240_000,
        },
      },
    ],
  },
})
