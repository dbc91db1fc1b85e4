// npm run test:accessibility: lets axe loose on every page of the browser tests, and writes down what it found for the accessibility statement.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale, findNode, installMissing, project, Refusal } from './make-ready.mjs'

// Whatever keeps its runs of axe; what reads from ../shared has none where that is absent.
const sharedIsHere = existsSync(join(project, '../shared'))
const tests = readdirSync(join(project, 'e2e'))
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `e2e/${name}`)
  .filter((file) => {
    const text = readFileSync(join(project, file), 'utf8')
    return text.includes('keepRuns(') && (sharedIsHere || !text.includes('testWithShared('))
  })

try {
  await installMissing()
  const node = findNode()
  await buildStale(node)
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-axe-'))
  const run = (words) => spawnSync(node, words, { cwd: project, stdio: 'inherit', env: { ...process.env, SAMSYN_AXE_RUNS: folder } }).status
  // A fault that is found makes a test fail, and is written down all the same: the statement is to tell of it.
  run([join(project, 'node_modules/.bin/vitest'), 'run', '--config', 'vitest.e2e.config.ts', ...tests])
  if (readdirSync(folder).length !== tests.length) throw new Refusal('Inte alla prov kom till sitt slut, så inget är skrivet.')
  if (run([join(project, 'scripts/write-accessibility-result.ts'), folder]) !== 0) throw new Refusal('Det gick inte att skriva resultatet.')
  rmSync(folder, { recursive: true })
  console.log('Skrivet i src/modules/open/accessibility-result.json.')
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  process.exitCode = 1
}
