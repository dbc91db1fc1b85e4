import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { serveOnSocket } from '../src/foundation/db/embedded-socket.ts'
import { migrate } from '../src/foundation/db/migrate.server.ts'
import { asAdmin, databaseAddress } from './database-address.ts'

const migrations = resolve(import.meta.dirname, '../migrations')
const cache = resolve(import.meta.dirname, '../.cache/test-database')

/** Migrates one database before all tests, that each test file then gets a copy of. */
export async function setup({ provide }: TestProject): Promise<void> {
  const admin = process.env.SAMSYN_TEST_POSTGRES
  if (admin) provide('testTemplate', { kind: 'postgres', admin, database: await postgresTemplate(admin) })
  else provide('testTemplate', { kind: 'embedded', file: await embeddedTemplate() })
}

// Kept between runs for as long as the migrations are the same.
async function embeddedTemplate(): Promise<string> {
  const file = join(cache, `${fingerprint()}.tar`)
  if (existsSync(file)) return file
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-template-'))
  const db = await PGlite.create()
  const server = await serveOnSocket(db, join(folder, '.s.PGSQL.5432'))
  await migrateAt({ host: folder, user: 'postgres', database: 'postgres' })
  await server.stop()
  const dump = await db.dumpDataDir('none')
  await db.close()
  rmSync(folder, { recursive: true })
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()))
  renameSync(unfinished, file)
  return file
}

async function postgresTemplate(admin: string): Promise<string> {
  const database = `samsyn_template_${fingerprint()}`
  await asAdmin(admin, `drop database if exists ${database} with (force)`)
  await asAdmin(admin, `create database ${database}`)
  await migrateAt({ connectionString: databaseAddress(admin, database) })
  return database
}

async function migrateAt(connection: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool(connection)
  try {
    await migrate(pool, migrations)
  } finally {
    await pool.end()
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .sort())
    hash.update(name).update(readFileSync(join(migrations, name)))
  hash.update(readFileSync(resolve(import.meta.dirname, '../node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}
