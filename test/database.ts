import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connectDatabase, disconnectDatabase } from '#db/database.server'
import { asAdmin, databaseAddress } from './database-address.ts'
import type { TestDatabaseWorkerData } from './database-worker.ts'

/** Where a fresh copy of the migrated database is made from: made once a run by the global setup. */
export type TestTemplate = { readonly kind: 'embedded'; readonly file: string } | { readonly kind: 'postgres'; readonly admin: string; readonly database: string }

declare module 'vitest' {
  interface ProvidedContext {
    testTemplate: TestTemplate
  }
}

/** Whether the tests run on PostgreSQL (`npm run test:postgres`) instead of on the embedded database. */
export const onPostgres = Boolean(process.env.SAMSYN_TEST_POSTGRES)

/**
 * Called at the top of a test file: gives the file a database of its own, migrated and empty, and connects `db()` to it.
 * `connection()` is for what has a pool of its own, such as the built server.
 */
export function useDatabase(): { connection(): pg.PoolConfig } {
  let copy: Copy | undefined
  beforeAll(async () => {
    copy = await copyTemplate()
    connectDatabase(copy.connection)
  })
  afterAll(async () => {
    await disconnectDatabase()
    await copy?.remove()
  })
  return {
    connection: () => {
      if (!copy) throw new Error('The database is ready from beforeAll on.')
      return copy.connection
    },
  }
}

/** A migrated database that nobody is connected to. Remove it when done. */
export type Copy = { readonly connection: pg.PoolConfig; remove(): Promise<void> }

export function copyTemplate(): Promise<Copy> {
  const template = inject('testTemplate')
  return template.kind === 'embedded' ? copyEmbedded(template.file) : copyPostgres(template)
}

async function copyEmbedded(template: string): Promise<Copy> {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-test-'))
  const workerFile = new URL('./database-worker.ts', import.meta.url)
  const worker = new Worker(workerFile, { workerData: { template, socket: join(folder, '.s.PGSQL.5432') } satisfies TestDatabaseWorkerData })
  await new Promise<void>((done, fail) => {
    worker.once('message', () => done())
    worker.once('error', fail)
  })
  return {
    connection: { host: folder, user: 'postgres', database: 'postgres' },
    remove: async () => {
      await worker.terminate()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function copyPostgres({ admin, database }: { admin: string; database: string }): Promise<Copy> {
  const { address, remove } = await createPostgres(admin, `template ${database}`)
  return { connection: { connectionString: address }, remove }
}

/** A database that has seen no migration, for the tests that run on PostgreSQL only (`*.postgres.test.ts`). */
export function emptyPostgres(): Promise<{ readonly address: string; remove(): Promise<void> }> {
  return createPostgres(process.env.SAMSYN_TEST_POSTGRES ?? '', 'template template0')
}

async function createPostgres(admin: string, from: string): Promise<{ address: string; remove(): Promise<void> }> {
  const name = `samsyn_test_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name} ${from}`)
  return { address: databaseAddress(admin, name), remove: () => asAdmin(admin, `drop database ${name} with (force)`) }
}
