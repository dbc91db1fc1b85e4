import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, test } from 'vitest'
import { emptyPostgres } from '#test/database'

test('four processes started together on an empty PostgreSQL all come up', async () => {
  const empty = await emptyPostgres()
  const code = `import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, 'open.server.ts'))}
    const opened = await openDatabase({ databaseUrl: process.env.DATABASE_URL, dataDir: '/nowhere' })
    console.log(opened.kind)
    await opened.close()`
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { env: { ...process.env, DATABASE_URL: empty.address } })
  const four = await Promise.all([start(), start(), start(), start()])
  expect(four.map(({ stdout }) => stdout.trim())).toEqual(Array(4).fill('postgres'))
  const pool = new pg.Pool({ connectionString: empty.address })
  const { rows } = await pool.query('select count(*)::int as all, count(distinct name)::int as different from samsyn_migrations')
  expect(rows[0].all).toBeGreaterThan(0)
  expect(rows[0].all).toBe(rows[0].different)
  await pool.end()
  await empty.remove()
})
