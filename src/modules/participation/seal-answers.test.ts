import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { sealAnswers, verifySeals } from './seal-answers.ts'
import { type Stage, stageDialogue } from './stage-dialogue.ts'
import { storeResponses } from './store-responses.ts'
import { submitAnswer } from './submit-answer.ts'

useDatabase()
let stage: Stage
let questionId: string
beforeAll(async () => {
  stage = await stageDialogue()
  ;[questionId = ''] = stage.survey.questionIds
})
const store = (count: number, on: string, text: string) =>
  storeResponses(
    Array.from({ length: count }, (_, index) => ({
      dialogueId: stage.survey.id,
      groupId: stage.residents,
      receivedOn: day(on),
      source: 'web' as const,
      persons: 1,
      label: null,
      lines: [{ questionId, text: `${text} ${index}` }],
    })),
  )
const whole = { ok: true, brokenBatches: [], changedAnswers: 0, missingAnswers: 0, erasedAnswers: 0 }
/** As somebody would who has the whole database in their hands. */
async function tamper(statement: string, tables: readonly string[] = ['participation_responses', 'participation_statements']) {
  for (const table of tables) await pool().query(`alter table ${table} disable trigger all`)
  await pool().query(statement)
  for (const table of tables) await pool().query(`alter table ${table} enable trigger all`)
}

describe('sealing', () => {
  test('an answer is sealed when its day is over, so that its batch tells no hour', async () => {
    await store(3, '2020-10-05', 'Måndag')
    await submitAnswer({ dialogue: 'din-framtid', submissionKey: 'a-key-of-at-least-22-signs', given: { 'fraga-1': { texts: ['Tisdag'] } } }, noonOf(day('2020-10-06')))
    expect(await sealAnswers(day('2020-10-05'))).toBe(0)
    expect(await sealAnswers(day('2020-10-06'))).toBe(3)
    expect(await sealAnswers(day('2020-10-06'))).toBe(0)
    expect(await sealAnswers(day('2020-10-07'))).toBe(1)
    expect(await verifySeals()).toEqual({ ...whole, sealed: 4 })
  })
  test('the leaves of a batch are sorted by their hash: their order is not the order the answers came in', async () => {
    const { rows } = await pool().query("select leaves, on_day::text from trail_batches where kind = 'participation-answers' order by sequence")
    expect(rows.map(({ on_day }) => on_day)).toEqual(['2020-10-06', '2020-10-07'])
    for (const { leaves } of rows) expect(leaves).toEqual([...leaves].sort())
  })
  test('two sealers at once seal every answer once', async () => {
    await store(40, '2020-10-08', 'Torsdag')
    const sealed = await Promise.allSettled([sealAnswers(day('2020-10-09')), sealAnswers(day('2020-10-09'))])
    await sealAnswers(day('2020-10-09'))
    expect(sealed.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await verifySeals()).toEqual({ ...whole, sealed: 44 })
  })
  test('seven thousand answers are sealed in one call', async () => {
    await store(7000, '2020-10-12', 'Många')
    expect(await sealAnswers(day('2020-10-13'))).toBe(7000)
    expect(await verifySeals()).toEqual({ ...whole, sealed: 7044 })
  })
})

describe('an answer stands as it was given', () => {
  test('the database refuses to change its words, its day, its group or its seal', async () => {
    for (const statement of [
      "update participation_statements set text = 'Något annat'",
      'update participation_statements set position = position + 10',
      "update participation_responses set received_on = '2020-10-20'",
      'update participation_responses set persons = 2',
      'update participation_responses set seal_sequence = null where seal_sequence is not null',
    ])
      await expect(pool().query(statement)).rejects.toThrow(/append-only|not changed/)
  })
  test('a statement answers a question of its own dialogue', async () => {
    const { rows } = await pool().query('select id from participation_responses limit 1')
    await expect(
      pool().query("insert into participation_statements (response_id, question_id, position, text, grouping) values ($1, $2, 0, 'x', 'x')", [
        rows[0].id,
        stage.notes.questionIds[0],
      ]),
    ).rejects.toThrow('its own dialogue')
  })
})

describe('whoever goes around the database is found', () => {
  test('a word that was changed', async () => {
    await tamper("update participation_statements set text = 'Måndag 9' where text = 'Måndag 0'")
    expect(await verifySeals()).toMatchObject({ ok: false, changedAnswers: 1, missingAnswers: 0, erasedAnswers: 0 })
    await tamper("update participation_statements set text = 'Måndag 0' where text = 'Måndag 9'")
    expect(await verifySeals()).toMatchObject(whole)
  })
  test('an answer that was slipped in', async () => {
    const [slipped] = await store(1, '2020-10-05', 'Insmugglad')
    await tamper(`update participation_responses set seal_sequence = 1 where id = '${slipped?.responseId}'`)
    expect(await verifySeals()).toMatchObject({ ok: false, changedAnswers: 1 })
    await tamper(`delete from participation_statements where response_id = '${slipped?.responseId}'; delete from participation_responses where id = '${slipped?.responseId}'`)
    expect(await verifySeals()).toMatchObject(whole)
  })
  test('an answer that was taken away', async () => {
    await tamper(
      "delete from participation_statements where text = 'Tisdag'; delete from participation_responses r where not exists (select 1 from participation_statements s where s.response_id = r.id)",
    )
    expect(await verifySeals()).toMatchObject({ ok: false, changedAnswers: 0, missingAnswers: 1 })
  })
  test('a batch that was rewritten', async () => {
    await tamper("update trail_batches set leaves = array['00'] where sequence = 2 and kind = 'participation-answers'", ['trail_batches'])
    expect(await verifySeals()).toMatchObject({ ok: false, brokenBatches: [2] })
  })
})
