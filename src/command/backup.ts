import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pool } from '#db/database.server'
import { dumpDatabase } from '#db/dump-database'
import { openDatabase } from '#db/open.server'
import { presentMoment } from '#http/clock'
import { loadInstallationSecret } from '#http/secret'
import { readBackupFile, writeBackupFile } from './backup-file.ts'
import { answering } from './refused-input.ts'
import { restoreBackup } from './restore.ts'
import { verifyAll } from './verify-all.ts'
import type { Where } from './with-database.ts'

/**
 * Writes the whole installation to one file, beside a running server or without it, and tries the file by restoring it to a folder of its own. Answers with the exit
 * code.
 */
export function backup(file: string, where: Where, { test = true }: { test?: boolean } = {}): Promise<number> {
  return answering(async () => {
    loadInstallationSecret(where.dataDir)
    const began = performance.now()
    const database = await openDatabase({ ...where, shared: true })
    try {
      await writeBackupOf(file, where.dataDir)
    } finally {
      await database.close()
    }
    process.stdout.write(`${basename(file)} är skriven: ${(statSync(file).size / 1e6).toFixed(1)} MB på ${secondsSince(began)} s.\n`)
    if (process.env.SAMSYN_SECRET !== undefined) process.stdout.write('SAMSYN_SECRET ligger inte i filen: spara den för sig, annars går kvittokoderna inte att följa.\n')
    return test ? tryBackup(file) : 0
  })
}

/** Writes the open database, and the secret that it is keyed with, to a file. */
export async function writeBackupOf(file: string, dataDir: string): Promise<void> {
  const kept = (name: string) => (existsSync(join(dataDir, name)) ? readFileSync(join(dataDir, name), 'utf8') : null)
  const secret = process.env.SAMSYN_SECRET === undefined ? kept('secret') : null
  await writeBackupFile(file, { backup: 1, madeAt: presentMoment().at, secret, trailHead: kept('trail-head.json') }, dumpDatabase(pool()))
}

/** Restores the file to a folder that is thrown away, and verifies what came out. */
async function tryBackup(file: string): Promise<number> {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-proba-'))
  try {
    const rows = await restoreBackup(await readBackupFile(file), { dataDir: folder, databaseUrl: undefined }, () => verifyAll(folder))
    process.stdout.write(`Provad: återställd till en egen mapp med ${rows.total} rader på ${secondsSince(began)} s.\n`)
    return rows.verified
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function secondsSince(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1)
}
