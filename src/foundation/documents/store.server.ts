import { eq, inArray } from 'drizzle-orm'
import { db } from '../db/database.server.ts'
import { documents } from './tables.ts'

export async function putDocument(document: typeof documents.$inferInsert) {
  const [row] = await db().insert(documents).values(document).returning({ id: documents.id })
  if (!row) throw new Error('The document was not stored.')
  return row.id
}
export async function findById(id: string) {
  const [row] = await db().select().from(documents).where(eq(documents.id, id))
  return row
}
export async function findByHash(sha256: string) {
  const [row] = await db().select().from(documents).where(eq(documents.sha256, sha256)).limit(1)
  return row
}
export async function listByIds(ids: readonly string[]) {
  return ids.length === 0
    ? []
    : db()
        .select()
        .from(documents)
        .where(inArray(documents.id, [...ids]))
}
export async function listAllIds() {
  return (await db().select({ id: documents.id }).from(documents)).map(({ id }) => id)
}
