import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { installationSecret } from './secret.ts'

/** What is made of something with the secret of the installation, for one purpose and no other. */
export function keyed(purpose: string, what: string): Buffer {
  return createHmac('sha256', installationSecret()).update(`${purpose}: ${what}`).digest()
}

/** Encrypts a text with a key of 256 bits, so that a change of it is seen. */
export function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The text again; nothing when the key is another, as after a change of the secret, or what was sealed has been changed. */
export function unseal(key: Buffer, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < 28) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
