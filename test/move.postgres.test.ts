import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { emptyPostgres } from '#test/database'
import { runSamsynIn } from './run-samsyn.ts'

const secret = 'a secret for the tests, and for nothing else'
const release = resolve(import.meta.dirname, 'releases/0.1.0.samsyn')
const folder = () => mkdtempSync(join(tmpdir(), 'samsyn-move-'))

test('everything is moved from the embedded database to PostgreSQL and back, with as many rows in every table', async () => {
  const [embedded, back, postgres] = [folder(), folder(), await emptyPostgres()]
  const samsyn = (databaseUrl: string, ...args: string[]) => runSamsynIn({ SAMSYN_SECRET: secret, DATABASE_URL: databaseUrl }, ...args)
  expect(samsyn('', 'restore', release, '--data', embedded).status).toBe(0)
  for (const moved of [samsyn('', 'move', '--to', postgres.address, '--data', embedded), samsyn(postgres.address, 'move', '--to', back, '--data', embedded)]) {
    expect([moved.status, moved.complained]).toEqual([0, ''])
    expect(moved.said).toContain('varje tabell har lika många som före')
    expect(moved.said).toContain('1029 förseglade svar är orörda')
  }
  expect(samsyn('', 'verify', '--data', back).status).toBe(0)
  await postgres.remove()
})
