import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { releaseStep } from '#process'
import { useDatabase } from '#test/database'
import { grantedBy, type Stage, stageDialogue } from '../stage-dialogue.ts'
import { storeResponses } from '../store-responses.ts'
import { drawPage } from './draw-page.tsx'

useDatabase()
let stage: Stage
let keep: string
beforeAll(async () => {
  stage = await stageDialogue()
  ;[keep = ''] = stage.survey.questionIds
})

describe('the list of what has been asked', () => {
  const later = { at: '2021-07-01T10:00:00Z' }
  test('shows what is open, with a way to answer', async () => {
    const { html } = await drawPage('/delta')
    expect(html).toContain('href="/delta/din-framtid"')
    expect(html).toContain('Öppet till och med 29 november 2020')
  })
  test('tells no count and no outcome before they are published', async () => {
    await storeResponses(
      Array.from({ length: 40 }, (_, index) => ({
        dialogueId: stage.survey.id,
        groupId: stage.residents,
        receivedOn: day('2020-10-12'),
        source: 'web',
        persons: 1,
        label: null,
        lines: [{ questionId: keep, text: `Tanke ${index}` }],
      })),
    )
    const { html } = await drawPage('/delta', later)
    expect(html).toContain('Var öppet 5 oktober–29 november 2020')
    expect(html).not.toMatch(/\d+ svar/)
    expect(html).toMatch(/Vad folk svarade visas senast/)
    expect(html).not.toContain('href="/samsyn">Det här')
  })
  test('and tells both when they are', async () => {
    const at = noonOf(day('2021-06-14'))
    const { rows } = await pool().query("select id from process_steps where key in ('survey', 'analysis')")
    for (const { id } of rows) await grantedBy(releaseStep(stage.leader, { stepId: id }, at))
    // What was published while people still answered rests on others' answers.
    const [early] = (await pool().query("select id from process_steps where key = 'proposal'")).rows
    await grantedBy(releaseStep(stage.leader, { stepId: early.id }, noonOf(day('2020-11-01'))))
    const { html } = await drawPage('/delta', later)
    expect(html).toMatch(/4\d svar/)
    expect(html).toContain('href="/samsyn">Det här sade folk')
    expect(/Det ledde till.*?<\/p>/s.exec(html)?.[0]).not.toContain('href="/visionen"')
    expect(html).not.toContain('anteckningar.')
    const closed = (await drawPage('/delta/din-framtid', later)).html
    for (const page of ['/samsyn', '/delta/din-framtid/svar']) expect(closed).toContain(`href="${page}"`)
    expect(closed).not.toContain('Vad svaren leder till visas')
  })
})
