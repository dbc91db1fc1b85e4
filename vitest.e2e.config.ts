import { configDefaults, defineConfig } from 'vitest/config'

/** The browser tests and the other journeys through the whole program as it is started. They run on what `npm test` has built. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    // What takes minutes is left to .ci/run.
    exclude: [...configDefaults.exclude, ...(process.env.SAMSYN_CI ? [] : ['**/*.ci.test.ts'])],
    globalSetup: ['./e2e/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
})
