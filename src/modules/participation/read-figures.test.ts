import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { createDialogue } from './create-dialogue.ts'
import { openDialogue } from './open-dialogue.ts'
import { readPublicFigures } from './read-figures.ts'
import { grantedBy, type Stage, stageDialogue } from './stage-dialogue.ts'
import { storeResponses } from './store-responses.ts'
import { submitAnswer } from './submit-answer.ts'

useDatabase()

let stage: Stage
beforeAll(async () => {
  stage = await stageDialogue()
})
async function openSurvey(slug: string, figuresWhileOpen: boolean) {
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const own = { slug, title: slug, kind: 'survey' as const, opensOn: '2020-10-05', closesOn: '2020-10-10', figuresWhileOpen }
  const { id: dialogueId } = await grantedBy(
    createDialogue(stage.leader, { ...about, ...own, questions: [{ key: 'nojd', kind: 'scale', wording: 'Nöjd?' }] as never[] }, noonOf(day('2020-10-01'))),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId }, noonOf(day('2020-10-05'))))
  return {
    send: async (on: string, times: number, source?: 'class') => {
      for (let time = 0; time < times; time++)
        await grantedBy(submitAnswer({ dialogue: slug, submissionKey: randomBytes(18).toString('base64url'), given: { nojd: { texts: ['4'] } }, source }, noonOf(day(on))))
    },
    /** As what comes on paper or in a file when it has closed. */
    enter: async (on: string, times: number) => {
      const told = { dialogueId, groupId: stage.residents, receivedOn: day(on), source: 'import' as const, persons: 1, label: null, answers: { nojd: 5 }, lines: [] }
      await storeResponses(Array.from({ length: times }, () => told))
    },
    shownOn: async (on: string) => (await readPublicFigures(slug, noonOf(day(on))))?.responses,
  }
}

test('figures that are shown while a survey is open stand still until as many as the threshold have come, by whatever ways they came', async () => {
  const { send, shownOn } = await openSurvey('siffror', true)
  await send('2020-10-06', 5)
  await send('2020-10-06', 4, 'class')
  expect(await shownOn('2020-10-07')).toBe(9)
  // One more would be read from the difference.
  await send('2020-10-07', 1)
  expect(await shownOn('2020-10-08')).toBe(9)
  await send('2020-10-08', 4, 'class')
  expect(await shownOn('2020-10-09')).toBe(14)
})

test('nor can the one who came last be read when it closes, from what was shown while it was open', async () => {
  const { send, shownOn } = await openSurvey('de-sista', true)
  await send('2020-10-06', 9)
  expect(await shownOn('2020-10-10')).toBe(9)
  await send('2020-10-10', 1)
  expect(await shownOn('2020-10-11')).toBe(9)
})

test('nor what comes on paper or in a file when it has closed; what had come by then is shown at once, however few came each day', async () => {
  const { send, enter, shownOn } = await openSurvey('efter', false)
  await send('2020-10-05', 6)
  await send('2020-10-07', 1)
  await send('2020-10-10', 2)
  expect(await shownOn('2020-10-10')).toBeUndefined()
  expect(await shownOn('2020-10-11')).toBe(9)
  await enter('2020-10-12', 1)
  expect(await shownOn('2020-10-13')).toBe(9)
  await enter('2020-10-13', 4)
  expect(await shownOn('2020-10-13')).toBe(9)
  expect(await shownOn('2020-10-14')).toBe(14)
})

test('where fewer than the threshold had come when it closed, nothing is shown before they are as many', async () => {
  const { send, enter, shownOn } = await openSurvey('for-fa', false)
  await send('2020-10-06', 4)
  expect(await shownOn('2020-10-11')).toBe(null)
  await enter('2020-10-12', 1)
  expect(await shownOn('2020-10-13')).toBe(5)
})
