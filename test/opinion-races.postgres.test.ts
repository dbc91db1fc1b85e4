import { setImmediate as turn } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { castVote } from '../src/modules/participation/cast-vote.ts'
import { mintParticipant } from '../src/modules/participation/mint-participant.ts'
import { readOpinionBoard } from '../src/modules/participation/read-opinion-board.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { withdrawOpinionStatement } from '../src/modules/participation/withdraw-opinion-statement.ts'
import { withdrawVotes } from '../src/modules/participation/withdraw-votes.ts'
import { useDatabase } from './database.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'

// Only a database with many backends has two transactions at once.
useDatabase()
const now = momentOf(new Date())
const slug = 'vad-tycker-du'
const statements = 30
let stage: Stage
let dialogueId = ''

beforeAll(async () => {
  stage = await stageDialogue()
  dialogueId = (await openOpinionDialogue(stage, { slug, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements }, now)).id
})

test('whoever takes back all they voted while they vote is stopped by nothing, and each vote is either there with its participant or gone', async () => {
  const tokens = Array.from({ length: 20 }, () => mintParticipant(dialogueId))
  for (let round = 0; round < 15; round++)
    await Promise.all(
      tokens.flatMap((token, who) => [
        ...Array.from({ length: 6 }, (_, at) => castVote({ slug, token, statement: 1 + ((round + who + at) % statements), vote: 1 }, now)),
        withdrawVotes({ slug, token }, now),
        castVote({ slug, token, statement: 1 + round, vote: -1 }, now),
      ]),
    )
  const { rows } = await pool().query(`
    select who.id from participation_opinion_participants who
    left join participation_opinion_votes own on own.participant_id = who.id
    group by who.id having bit_count(who.seen) <> count(own.vote)`)
  expect(rows).toEqual([])
})

test('a statement that is withdrawn is gone from the board as soon as that is answered, however many read it meanwhile', async () => {
  const { rows } = await pool().query<{ id: string; number: number }>('select id, number from participation_opinion_statements order by number')
  for (const { id, number } of rows) {
    let isDone = false
    const read = async () => {
      while (!isDone) {
        await readOpinionBoard(slug)
        await turn()
      }
    }
    const readers = [read(), read()]
    await grantedBy(withdrawOpinionStatement(stage.leader, { statementId: id, reason: 'Otydligt' }, now))
    expect((await readOpinionBoard(slug))?.statements.has(number)).toBe(false)
    isDone = true
    await Promise.all(readers)
  }
})
