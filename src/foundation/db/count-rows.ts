import type pg from 'pg'
import { listTables } from './dump-database.ts'

/** How many rows each table has, of those that a dump takes along. */
export async function countRows(pool: pg.Pool): Promise<Map<string, number>> {
  const client = await pool.connect()
  try {
    const counts = new Map<string, number>()
    for (const { table } of await listTables(client)) counts.set(table, Number((await client.query(`select count(*) from "${table}"`)).rows[0]?.count))
    return counts
  } finally {
    client.release()
  }
}
