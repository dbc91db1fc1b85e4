import { beforeAll, expect, test } from 'vitest'
import { createTheme, readCodings } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
let stage: Stage
let [analyst, leader, bus, forest, sea, roundId] = ['', '', '', '', '', '']
let drawn: string[] = []

beforeAll(async () => {
  stage = await stageDialogue()
  ;[analyst, leader] = [await site.signIn('analyst@example.se'), await site.signIn('process-leader@example.se')]
  const words = { definition: 'Vad det är.', whenToUse: 'När det sägs.', whenNot: 'Annars.' }
  const add = async (name: string) => (await grantedBy(createTheme(stage.analyst, { ...words, name, processId: stage.processId }, now))).id
  ;[bus, forest, sea] = [await add('Buss'), await add('Skog'), await add('Hav')]
  await residentsAnswer(
    stage,
    Array.from({ length: 10 }, (_, at) => [{ questionId: stage.survey.questionIds[0] ?? '', text: `Bussen och skogen, svar ${at}` }]),
  )
  const form = { processId: stage.processId, coderIds: [stage.analyst.person, stage.leader.person], size: '10', wanted: '0,8' }
  expect((await site.post('/arbete/parkodning', form, { cookie: leader })).status).toBe(302)
  roundId = (await pool().query('select id from analysis_rounds')).rows[0].id
  drawn = (await pool().query('select statement_id as id from analysis_round_statements order by position')).rows.map(({ id }) => id)
})

const read = (cookie: string, at: number, form: Record<string, string | readonly string[]>) =>
  site.post('/arbete/parkodning/1/koda', { act: 'read', roundId, statementId: drawn[at] ?? '', ...form }, { cookie })
const pageOf = async (path: string, cookie: string) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const chosenIn = (page: string, themeId: string) => new RegExp(`<select[^>]*name="stance-${themeId}".*?</select>`, 's').exec(page)?.[0].match(/value="([^"]*)" selected/)?.[1]

test('a theme may have a stance of its own, and is only named where it is said so; what is said of a theme that is not ticked counts for nothing', async () => {
  const own = { themeIds: [bus, forest], stance: 'want', [`stance-${forest}`]: 'none', [`stance-${sea}`]: 'leave' }
  expect((await read(analyst, 0, own)).status).toBe(302)
  const { rows } = await pool().query('select theme_id, stance from analysis_round_codes')
  expect(rows.sort((one, other) => (one.theme_id === bus ? -1 : other.theme_id === bus ? 1 : 0))).toEqual([
    { theme_id: bus, stance: 'want' },
    { theme_id: forest, stance: null },
  ])
  const again = await pageOf(`/arbete/parkodning/1/koda?yttrande=${drawn[0]}`, analyst)
  const common = /<input[^>]*name="stance"[^>]*>/g
  const ticked = again.match(common)?.find((input) => input.includes('checked'))
  const stanceOf = (themeId: string) => chosenIn(again, themeId) || /value="(\w*)"/.exec(ticked ?? '')?.[1]
  // Which of the two is the common one is by their identities.
  expect([stanceOf(bus), stanceOf(forest)]).toEqual(['want', expect.stringMatching(/^(none)?$/)])
})

test('a stance that is none is refused, and what was chosen stays', async () => {
  const answer = await read(analyst, 1, { themeIds: [bus, forest], stance: 'want', [`stance-${forest}`]: 'kanske' })
  expect(answer.status).toBe(422)
  expect((await pool().query('select 1 from analysis_round_readings where statement_id = $1', [drawn[1]])).rows).toEqual([])
  const page = (await (await read(analyst, 1, { themeIds: [bus, forest], stance: 'kanske', [`stance-${forest}`]: 'leave' })).text()).replaceAll('<!-- -->', '')
  expect(chosenIn(page, forest)).toBe('leave')
})

test('two who read the same themes with other stances differ, and are settled with a stance for each', async () => {
  for (const at of drawn.keys()) await read(analyst, at, { themeIds: [bus, forest], stance: 'want', [`stance-${forest}`]: 'keep' })
  for (const at of drawn.keys()) await read(leader, at, { themeIds: [bus, forest], stance: 'want', [`stance-${forest}`]: at === 0 ? 'leave' : 'keep' })
  const page = await pageOf('/arbete/parkodning/1', leader)
  for (const said of ['Skog (bevara)', 'Skog (lämna)']) expect(page.split(said)).toHaveLength(2)
  expect(page.split('Buss (önska)')).toHaveLength(3)
  expect([page.includes(`name="stance-${forest}"`), page.includes(`name="stance-${sea}"`)]).toEqual([true, false])
  const settle = { act: 'settle', roundId, statementId: drawn[0] ?? '', themeIds: [bus, forest], stance: 'want', [`stance-${forest}`]: 'leave' }
  expect((await site.post('/arbete/parkodning/1', settle, { cookie: leader })).status).toBe(302)
  expect((await readCodings([drawn[0] ?? ''])).map(({ themeId, stance }) => [themeId, stance])).toEqual([
    [bus, 'want'],
    [forest, 'leave'],
  ])
  expect((await site.post('/arbete/parkodning/1', { act: 'alike', roundId }, { cookie: leader })).status).toBe(302)
  expect((await readCodings(drawn.slice(1))).filter(({ themeId, stance }) => themeId === forest && stance === 'keep')).toHaveLength(9)
})
