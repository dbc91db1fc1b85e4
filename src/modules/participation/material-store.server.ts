import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import { dialogues, erasures, groups, questions, responses, reviews, statements } from './tables.ts'

/** Every statement of a process as coders see it, in the order of identities; one statement for each two thousand. */
export async function listMaterialRows(processId: string) {
  const rows: Awaited<ReturnType<typeof readMaterialPage>> = []
  for (;;) {
    const page = await readMaterialPage(processId, rows.at(-1)?.id)
    rows.push(...page)
    if (page.length < atATime) return rows
  }
}

// Rows are unpacked in the thread that answers: all at once would hold everybody up.
const atATime = 2_000

function readMaterialPage(processId: string, after: string | undefined) {
  const masked = sql<string>`coalesce((select last.masked_text from ${reviews} last where last.statement_id = ${statements.id} order by last.reviewed_at desc limit 1), ${statements.text})`
  return db()
    .select({
      id: statements.id,
      text: masked,
      groupId: responses.groupId,
      questionId: statements.questionId,
      source: responses.source,
      responseId: responses.id,
      dialogueId: responses.dialogueId,
      persons: responses.persons,
      answers: responses.answers,
    })
    .from(statements)
    .innerJoin(responses, eq(responses.id, statements.responseId))
    .innerJoin(groups, eq(groups.id, responses.groupId))
    .where(and(eq(groups.processId, processId), after === undefined ? undefined : gt(statements.id, after)))
    .orderBy(asc(statements.id))
    .limit(atATime)
}
/** What is asked in the dialogues of a process, by dialogue and place. */
export async function listAskedRows(processId: string) {
  return db()
    .select({
      id: questions.id,
      dialogueId: questions.dialogueId,
      dialogue: dialogues.title,
      key: questions.key,
      wording: questions.wording,
      background: questions.background,
      form: questions.form,
    })
    .from(questions)
    .innerJoin(dialogues, eq(dialogues.id, questions.dialogueId))
    .where(and(eq(dialogues.processId, processId)))
    .orderBy(asc(dialogues.opensOn), asc(dialogues.title), asc(questions.position))
}
/** A word that is another when a statement has come, gone or been masked. */
export async function materialVersion() {
  const { rows } = await db().execute<{ version: string }>(
    sql`select concat_ws(' ', (select count(*) from ${statements}), (select count(*) from ${reviews}), (select count(*) from ${erasures})) as version`,
  )
  return rows[0]?.version ?? ''
}
