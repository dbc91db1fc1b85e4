import { join } from 'node:path'
import { connectDatabase, disconnectDatabase } from './database.server.ts'
import { attachEmbedded, startEmbedded } from './embedded.server.ts'
import { type Migration, migrate } from './migrate.server.ts'
import { projectFolder } from './project-folder.ts'

// As the embedded one: a transaction that waits for something outside the database holds others up.
const longestIdleMs = 60_000
// Whoever waits for a database that is gone is told so.
const longestConnectingMs = 5_000

export type Opening = {
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  readonly shared?: boolean
  readonly upTo?: readonly Migration[] | undefined
}
export type Opened = { readonly kind: 'embedded' | 'postgres'; close(): Promise<void> }

/**
 * Opens the database of this process and brings it up to date: PostgreSQL when an address is given, else the embedded one
 * in the data folder. `shared` is for the command line, which may work beside a running server; `upTo` is for a backup that
 * is older than the program.
 */
export async function openDatabase({ databaseUrl, dataDir, shared = false, upTo }: Opening): Promise<Opened> {
  const embedded = databaseUrl ? undefined : await (shared ? attachEmbedded(dataDir) : startEmbedded(dataDir))
  const pool = connectDatabase(
    embedded ? embedded.connection : { connectionString: databaseUrl, max: 10, connectionTimeoutMillis: longestConnectingMs, idle_in_transaction_session_timeout: longestIdleMs },
  )
  const close = async () => {
    await disconnectDatabase()
    await embedded?.stop()
  }
  try {
    await migrate(pool, join(projectFolder(import.meta.url), 'migrations'), upTo)
  } catch (fault) {
    await close()
    throw fault
  }
  return { kind: embedded ? 'embedded' : 'postgres', close }
}
