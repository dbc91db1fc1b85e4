import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'packages/**/*.test.ts', 'test/**/*.test.ts', 'seeds/**/*.test.ts'],
    // What only PostgreSQL can show is left to `npm run test:postgres`.
    exclude: [...configDefaults.exclude, ...(process.env.SAMSYN_TEST_POSTGRES ? [] : ['**/*.postgres.test.ts'])],
    globalSetup: ['./test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // What is waited for ends the wait when it comes; a second is too short on a machine that does other things.
    expect: { poll: { timeout: 30_000 } },
    restoreMocks: true,
  },
})
