import { expect, test } from 'vitest'
import { useDatabase } from '#test/database'
import { pool } from './database.server.ts'
import { refreshStatistics } from './refresh-statistics.server.ts'

useDatabase()

test('the database is told how much every table holds, which the embedded one has nobody to find out', async () => {
  const known = async () => (await pool().query("select count(*)::int as count from pg_stats where schemaname = 'public' and tablename = 'made_up'")).rows[0].count
  await pool().query('create table made_up as select n from generate_series(1, 1000) n')
  expect(await known()).toBe(0)
  await refreshStatistics()
  expect(await known()).toBe(1)
})
