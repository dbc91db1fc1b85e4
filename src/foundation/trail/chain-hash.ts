import { createHash, createHmac } from 'node:crypto'
import { canonicalJson } from '../documents/canonical-json.ts'
import type { EventRow } from './store.server.ts'

/** What the chain starts from. */
export const genesis = '0'.repeat(64)

/** SHA-256 over the hash before and the event as canonical JSON (RFC 8785): change either and every later hash is another. */
export function chainHash(previousHash: string, event: EventRow): string {
  const { at, ...rest } = event
  return createHash('sha256')
    .update(previousHash)
    .update(canonicalJson({ ...rest, at: new Date(at).toISOString() }))
    .digest('hex')
}

/** The head under the installation's key, so that whoever only has the database can't shorten the chain unseen. */
export function headMac(secret: Buffer, head: { position: number; hash: string }): string {
  return createHmac('sha256', secret).update(`trail-head:${head.position}:${head.hash}`).digest('hex')
}
