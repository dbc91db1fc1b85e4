import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

let secret: Buffer | undefined
let key: { readonly of: Buffer; readonly key: KeyObject } | undefined

/**
 * The secret of this installation: what receipt codes, sessions and the trail's head are keyed with.
 * Loaded once at start. Throws before that.
 */
export function installationSecret(): Buffer {
  if (!secret) throw new Error('The installation secret is not loaded.')
  return secret
}

/** The same as a key that is made once: a keyed hash with it takes a fifth of the time. */
export function installationKey(): KeyObject {
  const of = installationSecret()
  if (key?.of !== of) key = { of, key: createSecretKey(of) }
  return key.key
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
  if (!existsSync(file)) makeSecret(dataDir, file)
  secret = Buffer.from(readFileSync(file, 'utf8').trim())
  return secret
}

/** Written whole beside, and then given its name, which only one of two that start at the same instant can do. Receipts hang on it. */
function makeSecret(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}`
  const handle = openSync(unfinished, 'w', 0o600)
  writeSync(handle, randomBytes(48).toString('base64url'))
  fsyncSync(handle)
  closeSync(handle)
  try {
    linkSync(unfinished, file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    unlinkSync(unfinished)
  }
}

/** For tests: a secret without a file. */
export function useInstallationSecret(value: string): void {
  secret = Buffer.from(value)
}
