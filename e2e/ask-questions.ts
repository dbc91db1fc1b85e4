import { connectDatabase, disconnectDatabase, pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { mintActor } from '#people'
import type { QuestionInput } from '../src/modules/participation/question-schema.ts'
import type { Installation } from './installation.ts'

type Survey = { readonly slug: string; readonly title: string; readonly titleEnglish?: string; readonly questions: readonly QuestionInput[] }

/** Opens surveys beside the demo's own, as its process leader does it. Answers with the ids of their questions, by the survey and their keys. */
export async function askQuestions(samsyn: Installation, surveys: readonly Survey[]): Promise<Record<string, Record<string, string>>> {
  const now = momentOf(new Date())
  connectDatabase({ host: `${samsyn.dataDir}/run`, user: 'postgres', database: 'postgres', max: 1 })
  try {
    const { rows } = await pool().query("select process_id, step_id, group_id from participation_dialogues where slug = 'hur-gar-det-2026'")
    const [{ id }] = (await pool().query("select id from people_persons where email = 'pia@ange.example'")).rows
    const leader = await mintActor(id, now.day)
    if (!leader) throw new Error('The demo has no process leader.')
    const about = { processId: rows[0].process_id, stepId: rows[0].step_id, groupId: rows[0].group_id, legalBasis: 'x', information: 'x', informationEnglish: 'x' }
    const days = { opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 7) }
    for (const survey of surveys) {
      const made = await createDialogue(
        leader,
        { ...about, ...days, ...survey, questions: [...survey.questions], promise: 'x', promiseEnglish: 'x', contact: 'x', kind: 'survey' },
        now,
      )
      if (!made.granted) throw new Error(`Refused: ${JSON.stringify(made.refusal)}`)
      const opened = await openDialogue(leader, { dialogueId: made.value.id }, now)
      if (!opened.granted) throw new Error(`Refused: ${JSON.stringify(opened.refusal)}`)
    }
    const asked = await pool().query('select d.slug, q.key, q.id from participation_questions q join participation_dialogues d on d.id = q.dialogue_id')
    return Object.fromEntries(surveys.map(({ slug }) => [slug, Object.fromEntries(asked.rows.filter((row) => row.slug === slug).map(({ key, id }) => [key, id]))]))
  } finally {
    await disconnectDatabase()
  }
}
