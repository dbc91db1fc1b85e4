import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTheme, freezeMatrix, recomputeFigures } from '#analysis'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { addDays, day } from '#kernel/day'
import { reviewFinding } from '../src/modules/analysis/review-finding.ts'
import { writeFinding } from '../src/modules/analysis/write-finding.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { answerNow, waits } from './late-answers.ts'
import { useSite } from './site.ts'

const site = useSite()
const first = day('2020-11-02')
let stage: Stage
let [now, trains, cookie] = [noonOf(first), '', '']

async function onDay(days: number) {
  now = noonOf(addDays(first, days))
  vi.stubEnv('SAMSYN_NOW', now.at)
  cookie = await site.signIn('analyst@example.se')
}
const answer = (count: number) => answerNow(stage, { theme: trains, now, count })
/** A finding that a second person has approved: where it is, and what is sent to publish it. */
async function approved(claim: string) {
  const form = { processId: stage.processId, question: 'most-agreed', claim, whoDisagrees: 'Ingen', notKnown: 'Mycket', figures: [trains, `${trains}.${stage.residents}`] }
  const { id, number } = await grantedBy(writeFinding(stage.analyst, form as never, now))
  await grantedBy(reviewFinding(stage.leader, { findingId: id, revision: 1, verdict: 'approved', reason: '' }, now))
  return { path: `/arbete/fynd/${number}`, form: { act: 'publish', findingId: id, revision: '1' } }
}
const publish = async (finding: Awaited<ReturnType<typeof approved>>) => site.post(finding.path, finding.form, { cookie })
const page = async (path: string) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const matrix = () => freezeMatrix(stage.analyst, { processId: stage.processId }, now)
/** So many of the residents the last frozen document of a kind says that there were and that spoke of the train, and up to which day. */
async function frozen(kind: 'finding' | 'analysis') {
  const { rows } = await pool().query('select canonical from documents_frozen where kind = $1 order by frozen_at desc limit 1', [kind])
  const { data } = JSON.parse(rows[0]?.canonical)
  const cell = kind === 'finding' ? data.figures[1].cell : data.rows[0].cells[0]
  return [cell.mentioned, data.groups[0].persons, data.basis.groups[0].until, rows[0]?.canonical.includes('väntar: de är för få')]
}

beforeAll(async () => {
  await onDay(0).catch(() => undefined)
  stage = await stageDialogue()
  const theme = { name: 'Tåg', definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '', processId: stage.processId }
  trains = (await grantedBy(createTheme(stage.analyst, theme, now))).id
})
afterAll(() => vi.unstubAllEnvs())

test('a finding is held against a matrix: two who have come since wait, and the page says so before it is published', async () => {
  await answer(20)
  await grantedBy(matrix())
  await onDay(3)
  await answer(2)
  const finding = await approved('Tåget förenar')
  expect(await page(finding.path)).toContain(waits('2 november 2020'))
  expect((await publish(finding)).status).toBe(302)
  expect(await frozen('finding')).toEqual([20, 20, '2020-11-02', true])
})

test('a matrix is held against a finding, and a finding against another', async () => {
  await onDay(4)
  await answer(3)
  const all = await approved('Alla vill ha tåget')
  expect(await page(all.path)).not.toContain('väntar:')
  expect((await publish(all)).status).toBe(302)
  expect(await frozen('finding')).toEqual([25, 25, undefined, false])
  await onDay(5)
  await answer(1)
  await grantedBy(matrix())
  expect(await frozen('analysis')).toEqual([25, 25, '2020-11-06', true])
  expect((await publish(await approved('Tåget förenar än'))).status).toBe(302)
  expect(await frozen('finding')).toEqual([25, 25, '2020-11-06', true])
})

test('where the late ones came on the very day it is not published, and the page says why', async () => {
  await onDay(6)
  await answer(4)
  expect((await publish(await approved('Trettio vill ha tåget'))).status).toBe(302)
  expect(await frozen('finding')).toEqual([30, 30, undefined, false])
  await answer(1)
  const finding = await approved('Trettioen vill ha tåget')
  const said = 'har för få nya svar kommit i gruppen Invånare (det behövs minst 5 personer)'
  expect(await page(finding.path)).toContain(said)
  const refused = await publish(finding)
  expect([refused.status, (await refused.text()).replaceAll('<!-- -->', '').includes(said)]).toEqual([409, true])
  expect(await matrix()).toMatchObject({ refusal: { refused: 'too-little-new' } })
  expect(await frozen('finding')).toEqual([30, 30, undefined, false])
})

test('one that was published before findings kept how many there were is held by its day', async () => {
  await onDay(7)
  await answer(4)
  expect((await publish(await approved('Trettiofem vill ha tåget'))).status).toBe(302)
  const client = await pool().connect()
  await client.query('alter table documents_frozen disable trigger all')
  const last = await client.query("select id, canonical from documents_frozen where kind = 'finding' order by frozen_at desc limit 1")
  const { data, ...document } = JSON.parse(last.rows[0]?.canonical)
  const { groups: _, ...old } = data
  const put = "update documents_frozen set canonical = $2, sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex') where id = $1"
  await client.query(put, [last.rows[0]?.id, JSON.stringify({ ...document, data: old })])
  await client.query('alter table documents_frozen enable trigger all')
  client.release()
  await onDay(8)
  await answer(1)
  await grantedBy(matrix())
  expect(await frozen('analysis')).toEqual([35, 35, '2020-11-09', true])
})

test('every number is counted the same again', async () => {
  expect((await recomputeFigures(now)).flatMap(({ differing }) => differing).filter(({ why }) => why === undefined)).toEqual([])
})
