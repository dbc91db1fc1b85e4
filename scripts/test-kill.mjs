// npm run test:kill: kill -9 in the middle of the writing, again and again. Takes minutes, so only .ci/run does it.
import { makeReady, Refusal } from './make-ready.mjs'

try {
  const node = await makeReady()
  const { conclude, runVitest } = await import('./count.mjs')
  await runVitest('kills', node, ['--config', 'vitest.e2e.config.ts', '--testTimeout=600000', 'kill.ci.test.ts'], { SAMSYN_CI: 'yes' })
  conclude()
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
