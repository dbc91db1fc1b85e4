import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** A number nobody else uses, so that processes that start together wait for each other. */
const migrationLock = 7_261_931

/**
 * Runs the migrations that this database has not seen, in the order of their names, each in a transaction.
 * Safe to start in many processes at once. Throws when a migration that has run has been edited since.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect()
  const ran: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query('create table if not exists samsyn_migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())')
    const seen = new Map<string, string>((await client.query<{ name: string; sha256: string }>('select name, sha256 from samsyn_migrations')).rows.map((row) => [row.name, row.sha256]))
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql')).sort()) {
      const sql = readFileSync(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      const before = seen.get(name)
      if (before === sha256) continue
      if (before) throw new Error(`The migration ${name} was edited after it ran. Restore it, and write a new one.`)
      await runOne(client, name, sql, sha256)
      ran.push(name)
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
    client.release()
  }
  return ran
}

async function runOne(client: pg.PoolClient, name: string, sql: string, sha256: string): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of sql.split('--> statement-breakpoint')) if (statement.trim() !== '') await client.query(statement)
    await client.query('insert into samsyn_migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed.`, { cause: fault })
  }
}
