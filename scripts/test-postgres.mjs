// npm run test:postgres: every test that needs a database, on a PostgreSQL that is started for it and stopped again.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, installMissing, project, Refusal } from './make-ready.mjs'

try {
  await installMissing()
  const node = findNode()
  const { conclude, runVitest } = await import('./count.mjs')
  const { startPostgres } = await import('./private-postgres.mjs')
  const postgres = await startPostgres()
  try {
    await runVitest('postgres', node, databaseTests(), { SAMSYN_TEST_POSTGRES: postgres.address })
  } finally {
    await postgres.stop()
  }
  conclude()
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

// A test needs a database when it asks for one.
function databaseTests() {
  const files = ['src', 'test', 'seeds'].flatMap((folder) => readdirSync(join(project, folder), { recursive: true }).map((name) => join(folder, name)))
  return files.filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(join(project, file), 'utf8').includes('#test/database'))
}
