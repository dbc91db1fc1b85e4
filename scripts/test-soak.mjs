// npm run test:soak: a whole installation in use while each part of it is restarted in turn. `SAMSYN_SOAK_SECONDS` (600) on each database.
import { makeReady, Refusal } from './make-ready.mjs'

// Beside the time itself: to build the house, to open every receipt, to wait for the mail.
const besideMs = 15 * 60_000

try {
  const node = await makeReady()
  const { conclude, runVitest } = await import('./count.mjs')
  const { hasPostgres } = await import('./private-postgres.mjs')
  const seconds = process.env.SAMSYN_SOAK_SECONDS ?? '600'
  const kinds = process.env.SAMSYN_SOAK_ON ?? (hasPostgres() ? 'embedded,postgres' : 'embedded')
  if (!process.env.SAMSYN_SOAK_ON && !hasPostgres()) console.log('not run: the soak on PostgreSQL, which is not installed here')
  await runVitest('soak', node, ['--config', 'vitest.e2e.config.ts', `--testTimeout=${Number(seconds) * 1000 + besideMs}`, 'soak.ci.test.ts'], {
    SAMSYN_CI: 'yes',
    SAMSYN_SOAK_SECONDS: seconds,
    SAMSYN_SOAK_ON: kinds,
  })
  conclude()
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
