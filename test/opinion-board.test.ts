import { beforeAll, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { castVote } from '../src/modules/participation/cast-vote.ts'
import { forgetOpinionBoards, readOpinionBoard } from '../src/modules/participation/read-opinion-board.ts'
import { stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useDatabase } from './database.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'

useDatabase()
const now = momentOf(new Date())
const slug = 'vad-tycker-du'

beforeAll(async () => {
  await openOpinionDialogue(await stageDialogue(), { slug, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements: 4 }, now)
})

test('what was read before a change is not kept after it', async () => {
  const reading = readOpinionBoard(slug)
  forgetOpinionBoards()
  const before = await reading
  const after = await readOpinionBoard(slug)
  expect(after).not.toBe(before)
  expect(await readOpinionBoard(slug)).toBe(after)
})

test('a hundred votes on statements that are not there do not have the votes counted a hundred times', async () => {
  await castVote({ slug, statement: 1, vote: 1 }, now)
  const asked = vi.spyOn(pool(), 'query')
  for (let number = 100; number < 200; number++) expect(await castVote({ slug, statement: number, vote: 1 }, now)).toMatchObject({ refusal: { refused: 'no-such-statement' } })
  const texts = asked.mock.calls.map(([query]) => (query as unknown as { text: string }).text)
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((text) => text.includes('count(*) filter')).length).toBeLessThanOrEqual(1)
})
