import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pool } from '#db/database.server'
import { EmbeddedInUse } from '#db/embedded.server'
import { MigrationRefused } from '#db/migrate.server'
import { openDatabase } from '#db/open.server'
import { RestoreRefused, restoreDatabase } from '#db/restore-database'
import { loadInstallationSecret } from '#http/secret'
import { type BackupFront, readBackupFile } from './backup-file.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { verifyAll } from './verify-all.ts'
import type { Where } from './with-database.ts'

/** Puts a backup into an empty database, brings it up to date with the program, and verifies it. Answers with the exit code. */
export function restore(file: string, where: Where): Promise<number> {
  return answering(async () => {
    const rows = await restoreBackup(await readBackupFile(file), where, () => verifyAll(where.dataDir))
    process.stdout.write(`${basename(file)} är återställd: ${rows.total} rader i ${rows.tables} tabeller.\n`)
    return rows.verified
  })
}

type Restored = { readonly total: number; readonly tables: number; readonly verified: number }

/** The same for other commands: restores, upgrades, and then does what is asked with the database open. */
export async function restoreBackup({ front, head, lines }: Awaited<ReturnType<typeof readBackupFile>>, where: Where, verify: () => Promise<number>): Promise<Restored> {
  refuseOtherSecret(front, where.dataDir)
  try {
    const old = await openDatabase({ ...where, upTo: head.migrations })
    let counts: Map<string, number>
    try {
      counts = await restoreDatabase(pool(), lines)
    } finally {
      await old.close()
    }
    keepSecret(front, where.dataDir)
    loadInstallationSecret(where.dataDir)
    // Opened again, so that migrations that came after the backup are run.
    const database = await openDatabase(where)
    try {
      return { total: [...counts.values()].reduce((sum, each) => sum + each, 0), tables: counts.size, verified: await verify() }
    } finally {
      await database.close()
    }
  } catch (fault) {
    throw inWords(fault)
  }
}

function refuseOtherSecret({ secret }: BackupFront, dataDir: string): void {
  const own = process.env.SAMSYN_SECRET ?? (existsSync(join(dataDir, 'secret')) ? readFileSync(join(dataDir, 'secret'), 'utf8') : undefined)
  if (secret !== null && own !== undefined && own.trim() !== secret.trim())
    throw new RefusedInput(
      'Här finns redan en annan hemlighet än säkerhetskopians (SAMSYN_SECRET eller filen secret). Med den skulle kvittokoderna inte gå att följa. Inget är ändrat.',
    )
}

function keepSecret({ secret, trailHead }: BackupFront, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if (secret !== null && process.env.SAMSYN_SECRET === undefined) writeFileSync(join(dataDir, 'secret'), secret, { mode: 0o600 })
  if (trailHead !== null) writeFileSync(join(dataDir, 'trail-head.json'), trailHead, { mode: 0o600 })
}

function inWords(fault: unknown): unknown {
  if (fault instanceof MigrationRefused) return new RefusedInput(`Säkerhetskopian kommer från ett annat program än detta: ${fault.message}`)
  if (fault instanceof EmbeddedInUse) return new RefusedInput('Databasen används av en server som är igång. Stoppa den först.')
  if (!(fault instanceof RestoreRefused)) return fault
  if (fault.reason === 'not-empty') return new RefusedInput(`Databasen är inte tom: ${fault.message} har rader. Återställ till en ny mapp eller en tom databas. Inget är ändrat.`)
  return new RefusedInput(`Säkerhetskopian går inte att läsa (${fault.message}). Inget är återställt.`)
}
