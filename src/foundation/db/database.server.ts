import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** The database of this process, or the transaction that is open around the caller. Every statement goes through it. */
export type Database = NodePgDatabase<Record<string, never>>

type Opened = { readonly pool: pg.Pool; readonly database: Database }

const inTransaction = new AsyncLocalStorage<Database>()
let opened: Opened | undefined

/** Opens the pool that `db()` speaks to. The address is a connection string, or the folder of a Unix socket. */
export function connectDatabase(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ max: 5, idleTimeoutMillis: 0, ...connection })
  // A connection that dies while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => {})
  // So would one that dies in somebody's hands between two queries: the next query on it fails, and that is told.
  pool.on('connect', (client) => client.on('error', () => {}))
  opened = { pool, database: drizzle(pool, { casing: 'snake_case' }) }
  return pool
}

export async function disconnectDatabase(): Promise<void> {
  const closing = opened
  opened = undefined
  await closing?.pool.end()
}

/** The open transaction if the caller stands in one, else the pool. Throws when nothing is connected. */
export function db(): Database {
  const database = inTransaction.getStore() ?? opened?.database
  if (!database) throw new Error('No database is connected.')
  return database
}

/** Whether the caller stands in a transaction. */
export function standsInTransaction(): boolean {
  return inTransaction.getStore() !== undefined
}

/** The raw pool, for what Drizzle can't say (advisory locks, COPY, LISTEN). */
export function pool(): pg.Pool {
  if (!opened) throw new Error('No database is connected.')
  return opened.pool
}

/**
 * Runs the work in one transaction; everything that calls `db()` inside it is part of it. Nested calls join the outer one.
 * A thrown error rolls back. Never await mail or HTTP inside: the embedded database has one backend, and it would wait.
 */
export async function transaction<Value>(work: () => Promise<Value>): Promise<Value> {
  if (inTransaction.getStore()) return work()
  return db().transaction((tx) => inTransaction.run(tx, work))
}
