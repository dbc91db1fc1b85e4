import { openDatabase } from '#db/open.server'
import { loadInstallationSecret } from '#http/secret'

/** Where an installation lies: its folder, and its database when that is PostgreSQL. */
export type Where = { readonly dataDir: string; readonly databaseUrl: string | undefined }

/** Opens the database for a command, beside a running server or alone, and closes it afterwards. */
export async function withDatabase(where: Where, work: () => Promise<number>): Promise<number> {
  loadInstallationSecret(where.dataDir)
  const database = await openDatabase({ ...where, shared: true })
  try {
    return await work()
  } finally {
    await database.close()
  }
}
