import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { grantedBy, stageDialogue } from './stage-dialogue.ts'
import { type AnswerInput, submitAnswer } from './submit-answer.ts'
import { withdrawAnswer } from './withdraw-answer.ts'

useDatabase()
const now = noonOf(day('2020-10-12'))
const answer = (text: string, more: Partial<AnswerInput> = {}): AnswerInput => ({
  dialogue: 'din-framtid',
  submissionKey: randomBytes(18).toString('base64url'),
  given: { 'fraga-1': { texts: [text] } },
  ...more,
})

test('a change that is sent several times at once is one change, and all are answered with the receipt', async () => {
  await stageDialogue()
  const { code } = await grantedBy(submitAnswer(answer('Skogen'), now))
  const change = answer('Sjön', { changes: code })
  const said = await Promise.all([1, 2, 3].map(() => submitAnswer(change, now)))
  expect(said.map((each) => each.granted && each.value.code)).toEqual([code, code, code])
  expect((await pool().query("select text from participation_statements where text in ('Skogen', 'Sjön')")).rows).toEqual([{ text: 'Sjön' }])
  expect((await pool().query('select why from participation_erasures')).rows).toEqual([{ why: 'changed' }])
})

test('an answer that is taken back twice at once is taken back once', async () => {
  const { code } = await grantedBy(submitAnswer(answer('Berget'), now))
  const said = await Promise.all([1, 2].map(() => withdrawAnswer(code, now)))
  expect(said.filter(({ granted }) => granted)).toHaveLength(1)
  expect(said.filter((each) => !each.granted && each.refusal.refused === 'not-found')).toHaveLength(1)
})
