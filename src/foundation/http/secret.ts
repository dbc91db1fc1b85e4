import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

let secret: Buffer | undefined

/**
 * The secret of this installation: what receipt codes, sessions and the trail's head are keyed with.
 * Loaded once at start. Throws before that.
 */
export function installationSecret(): Buffer {
  if (!secret) throw new Error('The installation secret is not loaded.')
  return secret
}

/** Takes the secret from `SAMSYN_SECRET` (at least 32 characters), else from a file that only the owner reads, made at first start. */
export function loadInstallationSecret(dataDir: string): Buffer {
  const given = process.env.SAMSYN_SECRET
  if (given !== undefined) {
    if (given.length < 32) throw new Error('SAMSYN_SECRET is shorter than 32 characters.')
    secret = Buffer.from(given)
    return secret
  }
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  secret = Buffer.from(readFileSync(file, 'utf8').trim())
  return secret
}

/** For tests: a secret without a file. */
export function useInstallationSecret(value: string): void {
  secret = Buffer.from(value)
}
