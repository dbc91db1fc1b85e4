import { pool } from './database.server.ts'

/**
 * Tells the database how much each table holds, so that it reads them in a good order. PostgreSQL does it of its own accord; the embedded one has nobody who
 * does. One table at a time, so that others are served between.
 */
export async function refreshStatistics(): Promise<void> {
  const { rows } = await pool().query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'")
  for (const { name } of rows) await pool().query(`analyze ${name}`)
}
