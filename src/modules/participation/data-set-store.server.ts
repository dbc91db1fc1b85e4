import { asc, count, countDistinct, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { dialogues, erasures, readings, responses, statements } from './tables.ts'

export async function listMaterialDialogues(processId: string) {
  const { id, slug, title, groupId } = dialogues
  return db().select({ id, slug, title, groupId }).from(dialogues).where(eq(dialogues.processId, processId)).orderBy(asc(slug))
}
export async function listMaterialStatements(processId: string) {
  return db()
    .select({ id: statements.id, dialogueId: responses.dialogueId, responseId: responses.id, receivedOn: responses.receivedOn })
    .from(statements)
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(dialogues, eq(dialogues.id, responses.dialogueId))
    .where(eq(dialogues.processId, processId))
    .orderBy(asc(statements.id))
}
export async function countErasures(processId: string) {
  return db()
    .select({
      ...{ dialogueId: erasures.dialogueId, groupId: dialogues.groupId, why: erasures.why, erasedOn: erasures.erasedOn, answers: count() },
      persons: sql<number>`sum(${erasures.persons})::int`,
    })
    .from(erasures)
    .innerJoin(dialogues, eq(dialogues.id, erasures.dialogueId))
    .where(eq(dialogues.processId, processId))
    .groupBy(erasures.dialogueId, dialogues.groupId, erasures.why, erasures.erasedOn)
}
export async function countReaders(processId: string) {
  const [row] = await db()
    .select({ readers: countDistinct(readings.personId) })
    .from(readings)
    .innerJoin(dialogues, eq(dialogues.id, readings.dialogueId))
    .where(eq(dialogues.processId, processId))
  return row?.readers ?? 0
}
