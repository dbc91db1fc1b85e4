import { pool } from '#db/database.server'

/** The tables in which a text stands, whatever the column is called. */
export async function tablesThatHold(text: string): Promise<string[]> {
  const { rows: tables } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const held: string[] = []
  for (const { name } of tables) if ((await pool().query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [text])).rows.length > 0) held.push(name)
  return held
}
