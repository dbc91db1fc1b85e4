import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { anyGiven, anyQuestionnaire, places } from '#test/any-questionnaire'
import { useDatabase } from '#test/database'
import { forgetBegunAnswer, keepBegunAnswer, readBegunAnswer } from './keep-begun-answer.ts'
import { checkAnswers } from './rules/check-answers.ts'
import { givenOf, otherField, rowField, type Written } from './rules/written-answers.ts'
import { stageDialogue } from './stage-dialogue.ts'

useDatabase()
const now = noonOf(day('2020-10-12'))
let dialogue: { id: string; draftDays: number }
beforeAll(async () => {
  dialogue = { id: (await stageDialogue()).survey.id, draftDays: 7 }
})

const filledIn = anyQuestionnaire.chain((questions) => fc.tuple(fc.constant(questions), anyGiven(questions), anyGiven(questions)))
// As the fields of the form, right or wrong: what is begun is kept as it stands.
function fieldsOf(questions: readonly { id: string; key: string }[], given: Parameters<typeof checkAnswers>[1]): Written {
  return Object.fromEntries(
    questions.flatMap(({ id, key }) => {
      const { texts = [], byRow = {}, other } = given[key] ?? {}
      const rows = Object.entries(byRow).map(([row, text]) => [rowField(id, row), [text]] as const)
      return [...(texts.length > 0 ? [[id, texts] as const] : []), ...rows, ...(other === undefined ? [] : [[otherField(id), [other]] as const])]
    }),
  )
}

describe('an answer that is begun', () => {
  test('comes back as it was last filled in, with its first key, whatever was asked and however it was answered', async () => {
    await fc.assert(
      fc.asyncProperty(filledIn, async ([questions, first, later]) => {
        const begun = await keepBegunAnswer(dialogue, undefined, fieldsOf(questions, first), now)
        const kept = await keepBegunAnswer(dialogue, begun.code, fieldsOf(questions, later), now)
        const found = await readBegunAnswer(dialogue, begun.code.toLowerCase().replaceAll('-', ' '), now)
        expect(found).toEqual({ ...kept, code: begun.code, submissionKey: begun.submissionKey, written: fieldsOf(questions, later) })
        expect(checkAnswers(questions, givenOf(found?.written ?? {}, questions), places)).toEqual(checkAnswers(questions, givenOf(kept.written, questions), places))
        await forgetBegunAnswer(begun.code)
        expect(await readBegunAnswer(dialogue, begun.code, now)).toBeUndefined()
      }),
      { seed: 20_261_127, numRuns: 60 },
    )
    expect((await pool().query('select 1 from participation_begun_answers')).rows).toEqual([])
  })
})
