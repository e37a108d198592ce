import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // On a machine that has other work, one test of thousands may come too late: it is
    // tried a second time and named in the output, where it is a fault to mend.
    retry: 1,
    maxWorkers: availableParallelism(),
    globalSetup: ['test/global-setup.ts'],
  },
})
