import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Day } from '#kernel/day'
import { begunImports, importedRows, importMappings, imports, responses, statements } from './tables.ts'

export async function putBegunImport(row: typeof begunImports.$inferInsert) {
  await db().insert(begunImports).values(row)
}
export async function findBegunImport(tokenHash: string) {
  return (await db().select().from(begunImports).where(eq(begunImports.tokenHash, tokenHash)))[0]
}
export async function deleteBegunImport(tokenHash: string) {
  return (await db().delete(begunImports).where(eq(begunImports.tokenHash, tokenHash)).returning({ tokenHash: begunImports.tokenHash })).length > 0
}
export async function deleteBegunImportsBefore(day: Day) {
  return (await db().delete(begunImports).where(lt(begunImports.expiresOn, day)).returning({ tokenHash: begunImports.tokenHash })).length
}
export async function putMapping(row: typeof importMappings.$inferInsert) {
  const { columns, choices, savedBy, savedAt } = row
  await db()
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({ target: [importMappings.dialogueId, importMappings.fingerprint], set: { columns, choices, savedBy, savedAt } })
}
export async function findMapping(dialogueId: string, fingerprint: string) {
  const { columns, choices } = importMappings
  return (
    await db()
      .select({ columns, choices })
      .from(importMappings)
      .where(and(eq(importMappings.dialogueId, dialogueId), eq(importMappings.fingerprint, fingerprint)))
  )[0]
}
// One parameter however many rows.
const hashesOf = (hashes: readonly string[]) => sql`unnest(${sql.param([...hashes])}::text[])`
export async function listImportedRows(dialogueId: string, hashes: readonly string[]) {
  const rows = await db()
    .select({ rowHash: importedRows.rowHash })
    .from(importedRows)
    .where(and(eq(importedRows.dialogueId, dialogueId), sql`${importedRows.rowHash} in (select ${hashesOf(hashes)})`))
  return new Set(rows.map(({ rowHash }) => rowHash))
}
/** Writes down which rows have been taken in, in one order so that two at once never wait for each other. Answers with those that were not there before. */
export async function putImportedRows(dialogueId: string, hashes: readonly string[]) {
  const { rows } = await db().execute<{ row_hash: string }>(
    sql`insert into ${importedRows} (dialogue_id, row_hash) select ${dialogueId}::uuid, ${hashesOf([...hashes].sort())} on conflict do nothing returning row_hash`,
  )
  return new Set(rows.map(({ row_hash }) => row_hash))
}
/** What was answered in files that were taken in before. */
export async function listImportedAnswers(dialogueId: string) {
  return db()
    .select({ responseId: responses.id, answers: responses.answers, questionId: statements.questionId, text: statements.text })
    .from(responses)
    .leftJoin(statements, eq(statements.responseId, responses.id))
    .where(and(eq(responses.dialogueId, dialogueId), isNotNull(responses.importId)))
}
export async function listImports(dialogueId: string) {
  const { id, fileName, accepted, rejected, importedAt } = imports
  return db().select({ id, fileName, accepted, rejected, importedAt }).from(imports).where(eq(imports.dialogueId, dialogueId)).orderBy(desc(imports.importedAt))
}
