import { eq, sql } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { Values } from './rules/question.ts'
import { groups, questions, responses, statements } from './tables.ts'

const uuid = 36

/** Every statement of a process with its answer, packed in one row for those who answered alike of their age and place. */
export async function listVoices(processId: string) {
  const { rows } = await db().execute<{ groupId: string; persons: number; axis: 'place' | 'workplace'; age: string | null; place: string | null; said: string }>(sql`
    with asked as (
      select ${questions.dialogueId} as dialogue_id, max(${questions.key}) filter (where ${questions.background} = 'age') as age,
        max(${questions.key}) filter (where ${questions.background} = 'place') as place
      from ${questions} group by 1
    )
    select ${responses.groupId} as "groupId", ${responses.persons} as persons, ${questions.axis} as axis, ${responses.answers} ->> asked.age as age, ${responses.answers} ->> asked.place as place,
      string_agg(${statements.id}::text || ${statements.responseId}::text, '') as said
    from ${statements}
      join ${questions} on ${questions.id} = ${statements.questionId}
      join ${responses} on ${responses.id} = ${statements.responseId}
      join ${groups} on ${groups.id} = ${responses.groupId}
      join asked on asked.dialogue_id = ${responses.dialogueId}
    where ${groups.processId} = ${processId}
    group by 1, 2, 3, 4, 5`)
  return rows.map(({ said, ...row }) => ({
    ...row,
    statements: Array.from({ length: said.length / (2 * uuid) }, (_, at): readonly [string, string] => [
      said.slice(2 * at * uuid, (2 * at + 1) * uuid),
      said.slice((2 * at + 1) * uuid, (2 * at + 2) * uuid),
    ]),
  }))
}

/** Each answer of a dialogue with what was chosen in it. */
export async function listChosen(dialogueId: string): Promise<{ id: string; answers: Values }[]> {
  return db().select({ id: responses.id, answers: responses.answers }).from(responses).where(eq(responses.dialogueId, dialogueId)).orderBy(responses.id)
}
