import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { countRows } from '#db/count-rows'
import { pool } from '#db/database.server'
import { EmbeddedInUse } from '#db/embedded.server'
import { openDatabase } from '#db/open.server'
import { loadInstallationSecret } from '#http/secret'
import { writeBackupOf } from './backup.ts'
import { readBackupFile } from './backup-file.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { restoreBackup } from './restore.ts'
import { verifyAll } from './verify-all.ts'
import type { Where } from './with-database.ts'

/**
 * Moves everything to another database, embedded or PostgreSQL, that must be empty, and compares the counts of every table. What was moved is left as it was.
 * The server must be stopped, or answers that come meanwhile would be left behind. Answers with the exit code.
 */
export function move(from: Where, to: string): Promise<number> {
  return answering(async () => {
    const isPostgres = /^postgres(?:ql)?:/.test(to)
    const target: Where = isPostgres ? { dataDir: from.dataDir, databaseUrl: to } : { dataDir: to, databaseUrl: undefined }
    if (from.databaseUrl === target.databaseUrl && resolve(from.dataDir) === resolve(target.dataDir)) throw new RefusedInput('Databasen är redan där.')
    loadInstallationSecret(from.dataDir)
    const folder = mkdtempSync(join(tmpdir(), 'samsyn-flytt-'))
    try {
      const file = join(folder, 'allt.samsyn')
      const before = await emptied(from, file)
      const { total, verified } = await restoreBackup(await readBackupFile(file), target, async () => {
        const after = await countRows(pool())
        const differing = [...before].filter(([table, rows]) => after.get(table) !== rows).map(([table]) => table)
        for (const table of differing) process.stdout.write(`${table}: ${before.get(table)} rader före, ${after.get(table)} efter.\n`)
        return differing.length > 0 ? 1 : verifyAll(target.dataDir)
      })
      process.stdout.write(
        `${total} rader är flyttade${verified === 0 ? ', och varje tabell har lika många som före' : ', men något stämmer inte'}. Den gamla databasen är orörd.\n`,
      )
      return verified
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
}

/** Everything that is in the old database, in a file, and how many rows each table had. */
async function emptied(from: Where, file: string): Promise<Map<string, number>> {
  const source = await openDatabase(from).catch((fault: unknown) => {
    throw fault instanceof EmbeddedInUse ? new RefusedInput('Databasen används av en server som är igång. Stoppa den först.') : fault
  })
  try {
    await writeBackupOf(file, from.dataDir)
    return await countRows(pool())
  } finally {
    await source.close()
  }
}
