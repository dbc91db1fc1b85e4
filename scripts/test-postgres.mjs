// npm run test:postgres: every test that needs a database, on a PostgreSQL that is started for it and stopped again.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeReady, project, Refusal } from './make-ready.mjs'

// By HTTP, where the database does more than store: who comes first, what holds, what is counted.
const byHttp =
  /^(?:attacks-participation|care-for-texts|codebook|coding|code-reminders|double-entry|findings|interchange|mailed-codes|matrix|opinion-votes|suggestions|theme-proposals)/

try {
  const node = await makeReady()
  const { conclude, runVitest } = await import('./count.mjs')
  const { startPostgres } = await import('./private-postgres.mjs')
  const postgres = await startPostgres()
  try {
    const environment = { SAMSYN_TEST_POSTGRES: postgres.address }
    await runVitest('postgres', node, databaseTests(), environment)
    await runVitest('postgres journeys', node, ['--config', 'vitest.e2e.config.ts', 'postgres.test.ts'], environment)
  } finally {
    await postgres.stop()
  }
  conclude()
} catch (fault) {
  console.error(fault instanceof Refusal ? fault.message : fault)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

// A test needs a database when it asks for one, or for the people who live in one.
function databaseTests() {
  const files = ['src', 'test', 'seeds'].flatMap((folder) => readdirSync(join(project, folder), { recursive: true }).map((name) => join(folder, name)))
  return files.filter((file) => /\.test\.tsx?$/.test(file) && (byHttp.test(basename(file)) || /#test\/(?!shared)/.test(readFileSync(join(project, file), 'utf8'))))
}
