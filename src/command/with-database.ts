import { openDatabase } from '#db/open.server'
import { loadInstallationSecret } from '#http/secret'

/** Opens the database for a command, beside a running server or alone, and closes it afterwards. */
export async function withDatabase(where: { dataDir: string; databaseUrl: string | undefined }, work: () => Promise<number>): Promise<number> {
  loadInstallationSecret(where.dataDir)
  const database = await openDatabase({ ...where, shared: true })
  try {
    return await work()
  } finally {
    await database.close()
  }
}
