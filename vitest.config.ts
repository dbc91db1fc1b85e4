import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'test/**/*.test.ts', 'seeds/**/*.test.ts'],
    // What only PostgreSQL can show is left to `npm run test:postgres`.
    exclude: [...configDefaults.exclude, ...(process.env.SAMSYN_TEST_POSTGRES ? [] : ['**/*.postgres.test.ts'])],
    globalSetup: ['./test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // What is waited for ends the wait when it comes; minutes are too short on a machine that does other things.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 60_000 } },
    restoreMocks: true,
  },
})
