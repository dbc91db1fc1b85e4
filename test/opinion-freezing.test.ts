import { expect, test } from 'vitest'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { storeVotes } from '#participation'
import { freezeOpinionMap } from '../src/modules/analysis/freeze-opinion-map.ts'
import { castVote } from '../src/modules/participation/cast-vote.ts'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useDatabase } from './database.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'

useDatabase()
const now = momentOf(new Date())
const slug = 'vad-tycker-du'

test('votes are taken in and answered while a map of many is worked out', async () => {
  const stage = await stageDialogue()
  const { id: dialogueId } = await openOpinionDialogue(stage, { slug, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements: 20 }, now)
  await storeVotes(
    dialogueId,
    Array.from({ length: 700 }, (_, who) =>
      Array.from({ length: 20 }, (__, at) => ({
        statement: at + 1,
        vote: (who * 7 + at * 5) % 9 === 0 ? (0 as const) : at < 10 && (who + at) % 2 === 0 ? (-1 as const) : (1 as const),
      })),
    ),
  )
  const began = performance.now()
  let isDone = false
  const freezing = grantedBy(freezeOpinionMap(stage.analyst, { dialogueId }, now)).finally(() => {
    isDone = true
  })
  const waits: number[] = []
  while (!isDone) {
    const sent = performance.now()
    await grantedBy(castVote({ slug, statement: 1, vote: 1 }, now))
    waits.push(performance.now() - sent)
  }
  const { number } = await freezing
  const took = performance.now() - began
  expect(number).toBe(1)
  expect(waits.length).toBeGreaterThan(5)
  expect(Math.max(...waits)).toBeLessThan(took / 2)
})
