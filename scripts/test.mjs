// npm test: everything that shows that the program is whole, and one line at the end that says how it went.
import { buildStale, findNode, installMissing, project, Refusal } from './make-ready.mjs'

const program = (name) => `${project}/node_modules/.bin/${name}`

try {
  await installMissing()
  const node = findNode()
  const { conclude, fail, pass, runTool, runVitest } = await import('./count.mjs')
  const isBuilt = await buildStale(node).then(
    () => true,
    (fault) => {
      console.log(fault instanceof Refusal ? fault.message : fault)
      return false
    },
  )
  isBuilt ? pass('build') : fail('build')
  await runTool('types', node, [program('react-router'), 'typegen'], [program('tsc'), '--noEmit'])
  await runTool('lint', node, [program('biome'), 'check', '--error-on-warnings', '.'])
  await runTool('architecture', node, [program('depcruise'), 'src', 'packages', '--config', '.dependency-cruiser.mjs'])
  await runVitest('tests', node, [])
  await runVitest('journeys', node, ['--config', 'vitest.e2e.config.ts'])
  conclude()
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
