import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { hasTerms, inTerms } from '#kernel/terms'
import { readTerms } from '#people'
import { canonicalJson } from './canonical-json.ts'
import type { DocumentContent } from './document-content.ts'
import * as store from './store.server.ts'

/**
 * Freezes content for good: canonical JSON (RFC 8785) and its SHA-256, in the caller's transaction.
 * It keeps the municipality's words as they are on that day. Content carries ids, counts and hashes of answers, never their texts.
 */
export async function freezeDocument(wish: {
  kind: string
  subject: { kind: string; id: string; version: number }
  content: DocumentContent
  now: Moment
}): Promise<{ id: string; sha256: string }> {
  const written = canonicalJson(wish.content)
  const canonical = hasTerms(written) ? inTerms(written, await readTerms()) : written
  const sha256 = createHash('sha256').update(canonical).digest('hex')
  const { kind, id, version } = wish.subject
  return { id: await store.putDocument({ kind: wish.kind, subjectKind: kind, subjectId: id, subjectVersion: version, canonical, sha256, frozenAt: wish.now.at }), sha256 }
}
