import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectDatabase, disconnectDatabase } from './database.server.ts'
import { attachEmbedded, startEmbedded } from './embedded.server.ts'
import { migrate } from './migrate.server.ts'

export type Opened = { readonly kind: 'embedded' | 'postgres'; close(): Promise<void> }

/**
 * Opens the database of this process and brings it up to date: PostgreSQL when an address is given, else the embedded one
 * in the data folder. `shared` is for the command line, which may work beside a running server.
 */
export async function openDatabase({ databaseUrl, dataDir, shared = false }: { databaseUrl?: string; dataDir: string; shared?: boolean }): Promise<Opened> {
  const embedded = databaseUrl ? undefined : await (shared ? attachEmbedded(dataDir) : startEmbedded(dataDir))
  const pool = connectDatabase(embedded ? embedded.connection : { connectionString: databaseUrl, max: 10 })
  const close = async () => {
    await disconnectDatabase()
    await embedded?.stop()
  }
  try {
    await migrate(pool, migrationsFolder())
  } catch (fault) {
    await close()
    throw fault
  }
  return { kind: embedded ? 'embedded' : 'postgres', close }
}

/** The `migrations` folder of the project, found from wherever this code was bundled to. */
export function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(folder, 'migrations')
    if (existsSync(join(found, '0000_the_first_tables.sql'))) return found
    if (folder === dirname(folder)) throw new Error('The migrations folder is missing.')
  }
}
