import type { DocumentContent } from './document-content.ts'
import * as store from './store.server.ts'

export type FrozenDocument = {
  readonly id: string
  readonly kind: string
  readonly subject: { readonly kind: string; readonly id: string; readonly version: number }
  readonly content: DocumentContent
  readonly sha256: string
  readonly frozenAt: string
}

/** One frozen document by its id; nothing when there is none. */
export async function readDocument(id: string): Promise<FrozenDocument | undefined> {
  const row = await store.findById(id)
  return row && reading(row)
}

/** One frozen document by its hash, as it is cited in protocols. */
export async function findDocument(sha256: string): Promise<FrozenDocument | undefined> {
  const row = /^[0-9a-f]{64}$/.test(sha256) ? await store.findByHash(sha256) : undefined
  return row && reading(row)
}

/** Several at once, in one statement. */
export async function listDocuments(ids: readonly string[]): Promise<FrozenDocument[]> {
  return (await store.listByIds(ids)).map(reading)
}

function reading(row: NonNullable<Awaited<ReturnType<typeof store.findById>>>): FrozenDocument {
  return {
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subjectKind, id: row.subjectId, version: row.subjectVersion },
    content: JSON.parse(row.canonical) as DocumentContent,
    sha256: row.sha256,
    frozenAt: row.frozenAt,
  }
}
