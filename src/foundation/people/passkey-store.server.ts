import { and, asc, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { passkeys } from './tables.ts'

export async function listPasskeys(personId: string) {
  return db().select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.addedAt))
}
export async function findPasskey(credentialId: string) {
  const [row] = await db().select().from(passkeys).where(eq(passkeys.credentialId, credentialId))
  return row
}
export async function putPasskey(passkey: Omit<typeof passkeys.$inferInsert, 'id'>) {
  const [row] = await db().insert(passkeys).values(passkey).onConflictDoNothing().returning()
  return row
}
/** Notes a use. Nothing when the passkey has counted that far already; one that does not count says nought every time. */
export async function usePasskey(id: string, counter: number, at: string) {
  const rows = await db()
    .update(passkeys)
    .set({ counter, lastUsedAt: at })
    .where(and(eq(passkeys.id, id), sql`(${passkeys.counter} < ${counter} or (${passkeys.counter} = 0 and ${counter} = 0))`))
    .returning({ id: passkeys.id })
  return rows.length > 0
}
export async function deletePasskey(id: string, personId: string) {
  const rows = await db()
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id })
  return rows.length > 0
}
