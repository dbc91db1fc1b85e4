import { configDefaults, defineConfig } from 'vitest/config'

/** The browser tests and the other journeys through the whole program as it is started. They run on what `npm test` has built. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    // What takes minutes is left to .ci/run, and what only PostgreSQL can show to `npm run test:postgres`.
    exclude: [...configDefaults.exclude, ...(process.env.SAMSYN_CI ? [] : ['**/*.ci.test.ts']), ...(process.env.SAMSYN_TEST_POSTGRES ? [] : ['**/*.postgres.test.ts'])],
    globalSetup: ['./e2e/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // What is waited for ends the wait when it comes; minutes are too short on a machine that does other things.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
