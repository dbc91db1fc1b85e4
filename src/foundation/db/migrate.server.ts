import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** The database can't be brought to what this program expects; the message says why. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused'
}

// A number nobody else uses, so that processes that start together wait for each other.
const migrationLock = 7_261_931

/**
 * Runs the migrations that this database has not seen, in the order of their names, each in a transaction.
 * Safe to start in many processes at once. Throws `MigrationRefused` when a migration that has run has been edited since,
 * when the database has seen one that this program doesn't have, and when one fails. With `upTo` only those are run: the database is then as a
 * backup was taken of.
 */
export async function migrate(pool: pg.Pool, folder: string, upTo?: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query('create table if not exists samsyn_migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())')
    const seen = (await client.query<Migration>('select name, sha256 from samsyn_migrations')).rows
    const all = readMigrations(folder)
    if (upTo) unseenMigrations(all, upTo)
    const unseen = unseenMigrations(all, seen).filter(({ name }) => !upTo || upTo.some((each) => each.name === name))
    for (const migration of unseen) await run(client, migration)
    return unseen.map(({ name }) => name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
    client.release()
  }
}

export type Migration = { readonly name: string; readonly sha256: string }
type ReadMigration = Migration & { readonly sql: string }

function readMigrations(folder: string): ReadMigration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

function unseenMigrations(all: readonly ReadMigration[], seen: readonly Migration[]): ReadMigration[] {
  const known = new Map(all.map((migration) => [migration.name, migration]))
  for (const { name, sha256 } of seen) {
    const now = known.get(name)
    if (!now) throw new MigrationRefused(`The database has seen the migration ${name}, which this program doesn't have. Is the program older than the database?`)
    if (now.sha256 !== sha256) throw new MigrationRefused(`The migration ${name} was edited after it ran. Restore it, and write a new one.`)
  }
  const ran = new Set(seen.map(({ name }) => name))
  return all.filter(({ name }) => !ran.has(name))
}

async function run(client: pg.PoolClient, { name, sql, sha256 }: ReadMigration): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of sql.split('--> statement-breakpoint')) if (statement.trim() !== '') await client.query(statement)
    await client.query('insert into samsyn_migrations (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new MigrationRefused(`The migration ${name} failed: ${fault instanceof Error ? fault.message : fault}`, { cause: fault })
  }
}
