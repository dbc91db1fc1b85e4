import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'test/**/*.test.ts', 'seeds/**/*.test.ts'],
    // What only PostgreSQL can show is left to `npm run test:postgres`.
    exclude: [...configDefaults.exclude, ...(process.env.SAMSYN_TEST_POSTGRES ? [] : ['**/*.postgres.test.ts'])],
    globalSetup: ['./test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // A machine that does other things may be many times slower; what is to be quick says so itself.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // What is waited for ends the wait when it comes; a second is too short on a machine that does other things.
    expect: { poll: { timeout: 30_000 } },
    restoreMocks: true,
  },
})
