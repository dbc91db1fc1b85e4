import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { storeVotes } from '#participation'
import { releaseStep } from '#process'
import { freezeOpinionMap } from '../src/modules/analysis/freeze-opinion-map.ts'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const page = '/delta/vad-tycker-du/pastaenden'
const room = '/arbete/dialoger/vad-tycker-du'
let stage: Stage
let dialogueId = ''
let leader = ''

beforeAll(async () => {
  stage = await stageDialogue()
  const at = { opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1) }
  dialogueId = (await openOpinionDialogue(stage, { ...at, slug: 'vad-tycker-du', statements: 3, retention: 'when-compiled' }, now)).id
  await openOpinionDialogue(stage, { ...at, slug: 'en-annan', statements: 3 }, now)
  leader = await site.signIn((await pool().query("select email from people_persons where name = 'process-leader'")).rows[0].email)
  for (const slug of ['vad-tycker-du', 'en-annan']) await takePart(slug)
  await storeVotes(
    dialogueId,
    Array.from({ length: 20 }, () => [1, 2, 3].map((statement) => ({ statement, vote: 1 as const }))),
  )
})

/** Votes on all, and writes three statements: one is shown, one is not, and one waits. */
async function takePart(slug: string) {
  const room = `/delta/${slug}/pastaenden`
  let cookie = ''
  for (const nr of ['1', '2', '3']) cookie ||= (await site.post(room, { nr, vote: '1' }, cookie ? { cookie } : {})).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  for (const nr of ['2', '3']) await site.post(room, { nr, vote: '1' }, { cookie })
  for (const text of ['Visas', 'Visas inte', 'Väntar']) await site.post(`${room}/eget`, { text }, { cookie })
  const { rows } = await pool().query<{ id: string; text: string }>(
    'select own.id, own.text from participation_opinion_proposals own join participation_dialogues asked on asked.id = own.dialogue_id where slug = $1',
    [slug],
  )
  const idOf = (text: string) => rows.find((row) => row.text === text)?.id ?? ''
  await site.post(`/arbete/dialoger/${slug}/pastaenden`, { act: 'accept', proposalId: idOf('Visas') }, { cookie: leader })
  await site.post(`/arbete/dialoger/${slug}/pastaenden`, { act: 'reject', proposalId: idOf('Visas inte'), reason: 'Ett namn' }, { cookie: leader })
}
const text = async (path: string) => (await (await site.get(path, { cookie: leader })).text()).replaceAll('<!-- -->', '')
const thin = (form: Record<string, string>) => site.post(`${room}/gallring`, { act: 'thin', ...form }, { cookie: leader })
const left = async (table: string) => Number((await pool().query(`select count(*) from participation_opinion_${table}`)).rows[0].count)
const all = async () => Promise.all(['votes', 'participants', 'proposals', 'rejections', 'statements'].map(left))

test('votes and proposals are not thinned before the result is published', async () => {
  expect(await all()).toEqual([66, 22, 6, 2, 8])
  await grantedBy(freezeOpinionMap(stage.analyst, { dialogueId }, now))
  await grantedBy(closeDialogue(stage.leader, { dialogueId, reason: 'Klart' }, now))
  expect((await thin({ decision: 'KS 3', reason: 'Sammanställt' })).status).toBe(409)
  expect(await all()).toEqual([66, 22, 6, 2, 8])
})

test('then nothing is left of who voted what, nor of what was never shown; what was shown and the map stay, and other dialogues have all of theirs', async () => {
  const { rows } = await pool().query<{ id: string }>("select id from process_steps where key = 'analysis'")
  await grantedBy(releaseStep(stage.leader, { stepId: rows[0]?.id ?? '', note: '' }, now))
  const before = await text(`${page}/resultat`)
  expect(await text(room)).toContain(`${room}/gallring`)
  expect((await text(`${room}/gallring`)).replaceAll(/<[^>]*>/g, ' ')).toMatch(/Personer vars svar på påståenden gallras\s+21\s+Påståenden som inte visas, att gallra\s+2/)
  expect((await thin({ decision: 'KS 3', reason: 'Sammanställt' })).status).toBe(302)
  expect(await all()).toEqual([3, 1, 4, 1, 8])
  expect(await text(`${page}/resultat`)).toBe(before)
  const document = await text(/\/handling\/[0-9a-f]{64}/.exec(await text(`${room}/gallring`))?.[0] ?? '')
  expect(document.replaceAll(/<[^>]*>/g, ' ')).toMatch(/Personer vars svar på påståenden gallrades\s+21\s+Gallrade påståenden som inte visas\s+2/)
  expect((await thin({ decision: 'KS 4', reason: 'Igen' })).status).toBe(409)
  expect((await pool().query("select 1 from trail_events where act = 'answers-thinned'")).rowCount).toBe(1)
})

test('a proposal that is shown can’t be erased, and none can be changed', async () => {
  await expect(pool().query('delete from participation_opinion_proposals where id in (select proposal_id from participation_opinion_statements)')).rejects.toThrow()
  for (const what of ["proposals set text = 'Annat'", "rejections set reason = 'Annat'"]) await expect(pool().query(`update participation_opinion_${what}`)).rejects.toThrow()
})

test('whoever votes is told how long it is stored', async () => {
  for (const [lang, word] of [
    ['sv', 'kan kommunen gallra svaren'],
    ['en', 'the municipality can erase the answers'],
  ] as const)
    expect(await (await site.get(`${page}/sparas`, { cookie: `sprak=${lang}` })).text()).toContain(word)
})
