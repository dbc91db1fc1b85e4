import { asc, count, countDistinct, eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { dialogues, erasures, groups, questions, readings, responses, statements } from './tables.ts'

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
    .select({ dialogueId: erasures.dialogueId, why: erasures.why, erasedOn: erasures.erasedOn, answers: count() })
    .from(erasures)
    .innerJoin(dialogues, eq(dialogues.id, erasures.dialogueId))
    .where(eq(dialogues.processId, processId))
    .groupBy(erasures.dialogueId, erasures.why, erasures.erasedOn)
}
/** Persons of each group whose answers of a day say something of the place, or of the workplace. */
export async function countHeard(processId: string) {
  const said = db()
    .selectDistinct({ responseId: statements.responseId, axis: questions.axis })
    .from(statements)
    .innerJoin(questions, eq(questions.id, statements.questionId))
    .as('said')
  return db()
    .select({ groupId: responses.groupId, axis: said.axis, receivedOn: responses.receivedOn, persons: sql<number>`sum(${responses.persons})::int` })
    .from(said)
    .innerJoin(responses, eq(responses.id, said.responseId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .where(eq(groups.processId, processId))
    .groupBy(responses.groupId, said.axis, responses.receivedOn)
}
/** Persons of each group whose answers have gone. */
export async function countGone(processId: string) {
  return db()
    .select({ groupId: dialogues.groupId, persons: sql<number>`sum(${erasures.persons})::int` })
    .from(erasures)
    .innerJoin(dialogues, eq(dialogues.id, erasures.dialogueId))
    .where(eq(dialogues.processId, processId))
    .groupBy(dialogues.groupId)
}
export async function countReaders(processId: string) {
  const [row] = await db()
    .select({ readers: countDistinct(readings.personId) })
    .from(readings)
    .innerJoin(dialogues, eq(dialogues.id, readings.dialogueId))
    .where(eq(dialogues.processId, processId))
  return row?.readers ?? 0
}
