import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { createDialogue } from './create-dialogue.ts'
import { openDialogue } from './open-dialogue.ts'
import { readPublicFigures } from './read-figures.ts'
import { grantedBy, stageDialogue } from './stage-dialogue.ts'
import { submitAnswer } from './submit-answer.ts'

useDatabase()

test('figures that are shown while a survey is open stand still until as many as the threshold have come, by whatever ways they came', async () => {
  const stage = await stageDialogue()
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'x', legalBasis: 'x', promise: 'x', contact: 'x' }
  const own = { slug: 'siffror', title: 'Siffror', kind: 'survey' as const, opensOn: '2020-10-05', closesOn: '2020-11-29', figuresWhileOpen: true }
  const { id: dialogueId } = await grantedBy(
    createDialogue(stage.leader, { ...about, ...own, questions: [{ key: 'nojd', kind: 'scale', wording: 'Nöjd?' }] as never[] }, noonOf(day('2020-10-01'))),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId }, noonOf(day('2020-10-05'))))
  const send = async (on: string, times: number, source?: 'class') => {
    for (let time = 0; time < times; time++)
      await grantedBy(submitAnswer({ dialogue: 'siffror', submissionKey: randomBytes(18).toString('base64url'), given: { nojd: { texts: ['4'] } }, source }, noonOf(day(on))))
  }
  const shownOn = async (on: string) => (await readPublicFigures('siffror', noonOf(day(on))))?.responses
  await send('2020-10-06', 5)
  await send('2020-10-06', 4, 'class')
  expect(await shownOn('2020-10-07')).toBe(9)
  // One more would be read from the difference.
  await send('2020-10-07', 1)
  expect(await shownOn('2020-10-08')).toBe(9)
  await send('2020-10-08', 4, 'class')
  expect(await shownOn('2020-10-09')).toBe(14)
})
