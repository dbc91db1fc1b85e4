import { beforeAll, expect, test, vi } from 'vitest'
import { recomputeFigures } from '#analysis'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { storeVotes } from '#participation'
import { recompute } from '../src/command/recompute.ts'
import { freezeOpinionMap } from '../src/modules/analysis/freeze-opinion-map.ts'
import { addOpinionStatement } from '../src/modules/participation/add-opinion-statement.ts'
import { castVote } from '../src/modules/participation/cast-vote.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { withdrawOpinionStatement } from '../src/modules/participation/withdraw-opinion-statement.ts'
import { withdrawVotes } from '../src/modules/participation/withdraw-votes.ts'
import { useDatabase } from './database.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'

useDatabase()
const now = momentOf(new Date())
const slug = 'vad-tycker-du'
const [statements, voters] = [10, 80]
let stage: Stage
let dialogueId = ''

/** Votes of those from one number to another, of two camps: they agree on the last four, and part on the rest. */
const vote = (from: number, to: number, on = (_who: number, _statement: number) => true) =>
  storeVotes(
    dialogueId,
    Array.from({ length: to }, (_, who) =>
      Array.from({ length: who < from ? 0 : statements }, (__, at) => {
        const line = at >= 6 || (who + at) % 2 === 0 ? 1 : -1
        return { statement: at + 1, vote: ((who * 7 + at * 3) % 11 === 0 ? -line : line) as 1 | -1 }
      }).filter(({ statement }) => on(who, statement)),
    ),
  )
const freeze = () => grantedBy(freezeOpinionMap(stage.analyst, { dialogueId }, now))
const maps = async () => (await recomputeFigures(now)).filter(({ title }) => title.startsWith('Åsiktskarta'))
const differing = async () => (await maps()).map((each) => each.differing.map(({ what, why }) => [what, why]))

/** Changes the last map as only whoever holds the database can, for as long as a test looks. */
async function tampered(from: string, to: string, look: () => Promise<void>) {
  const client = await pool().connect()
  const last = "select id, canonical from documents_frozen where kind = 'opinion-map' order by frozen_at desc, id limit 1"
  const { id, canonical } = (await client.query(last)).rows[0]
  const put = "update documents_frozen set canonical = $2, sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') where id = $1"
  const changed = canonical.replace(new RegExp(from), to)
  await client.query('alter table documents_frozen disable trigger all')
  try {
    expect(changed).not.toBe(canonical)
    await client.query(put, [id, changed])
    await look()
  } finally {
    await client.query(put, [id, canonical])
    await client.query('alter table documents_frozen enable trigger all')
    client.release()
  }
}

beforeAll(async () => {
  stage = await stageDialogue()
  dialogueId = (await openOpinionDialogue(stage, { slug, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements }, now)).id
  await vote(0, voters)
  await freeze()
})

test('a map is counted the same: each statement, and the groups and all that comes of them', async () => {
  const [map] = await maps()
  expect(map).toMatchObject({ title: 'Åsiktskarta: Vad tycker du. Uträkning 1', differing: [] })
  expect(map?.same).toBe(1 + statements + 7 + statements)
})

test.each([
  ['of how many agree', '("all":[{][^}]*"percent":)[0-9]+', '$199', 'Påstående 1'],
  ['of votes in all', '("votes":)800', '$1801', 'Röster'],
  ['of how large a group is', '("key":"A".*?"percent":)[0-9]+', '$190', 'Grupperna'],
  ['of what all agree on', '"together":\\[\\{[^}]*\\},?', '"together":[', 'Det gemensamma'],
])('a changed number %s is found', async (_, from, to, what) => {
  await tampered(from, to, async () => expect(await differing()).toEqual([[[what, undefined]]]))
  expect(await differing()).toEqual([[]])
})

test('a statement that is added or withdrawn since takes nothing from it', async () => {
  await grantedBy(addOpinionStatement(stage.leader, { dialogueId, text: 'Det behövs fler bänkar', textEnglish: '', source: 'Provet' } as never, now))
  const { rows } = await pool().query('select id from participation_opinion_statements where number = 3')
  await grantedBy(withdrawOpinionStatement(stage.leader, { statementId: rows[0]?.id, reason: 'Otydligt' }, now))
  expect(await differing()).toEqual([[]])
})

test('where votes have come since, its statements are counted of the votes that were kept, and of the groups it is said why not', async () => {
  const { token } = await grantedBy(castVote({ slug, statement: 1, vote: 1 }, now))
  const groups = [['Grupperna och kartan', 'votes-since']]
  expect(await differing()).toEqual([groups])
  await tampered('("all":[{][^}]*"percent":)[0-9]+', '$199', async () => expect(await differing()).toEqual([[['Påstående 1', undefined], ...groups]]))
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await recompute()).toBe(0)
  expect(written.mock.calls.join('')).toContain('Grupperna och kartan: går inte att räkna om, för röster har ändrats, tagits tillbaka eller gallrats sedan dess\n')
  written.mockRestore()
  await grantedBy(withdrawVotes({ slug, token: token ?? '' }, now))
  expect(await differing()).toEqual([[]])
})

test('a later map, with statements that keep the figures of the one before, is counted the same', async () => {
  await vote(80, 110)
  await freeze()
  await vote(110, 122, (who, statement) => statement < 3 || (statement === 5 && who < 112))
  await freeze()
  const { rows } = await pool().query("select canonical from documents_frozen where kind = 'opinion-map'")
  expect(rows.filter(({ canonical }) => canonical.includes('"since":2'))).toHaveLength(1)
  const groups = [['Grupperna och kartan', 'votes-since']]
  expect(await differing()).toEqual([groups, groups, []])
})

test('of a map that was frozen before the votes were kept it is said that they were not', async () => {
  await pool().query("alter table analysis_opinion_maps disable trigger all; update analysis_opinion_maps set counts = '{}' where number = 1")
  const [first] = await differing()
  expect(first?.map(([, why]) => why)).toEqual(['not-kept', 'not-kept'])
})
