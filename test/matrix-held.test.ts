import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createTheme, readSnapshot, recomputeFigures } from '#analysis'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { addDays, day } from '#kernel/day'
import { listProcesses, releaseStep } from '#process'
import { eraseAnswer } from '../src/modules/participation/erase-answer.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { answerNow, waits } from './late-answers.ts'
import { useSite } from './site.ts'

const site = useSite()
const first = day('2020-11-02')
let stage: Stage
let [now, trains, cookie] = [noonOf(first), '', '']

/** So many days after the first, at noon, with somebody at the desk. */
async function onDay(days: number) {
  now = noonOf(addDays(first, days))
  vi.stubEnv('SAMSYN_NOW', now.at)
  cookie = await site.signIn('analyst@example.se')
}
const answer = (count: number, how: Parameters<typeof answerNow>[2] = {}) => answerNow(stage, { theme: trains, now, count }, how)
const page = async (path = '/arbete/samsyn') => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const freeze = () => site.post('/arbete/samsyn', { processId: stage.processId }, { cookie })
/** The matrix that was frozen last, as it is read and as it is written. */
async function frozen() {
  const snapshot = await readSnapshot(stage.processId, now.at)
  const document = (await page(`/handling/${snapshot?.sha256}`)).replaceAll('&#x27;', "'")
  const group = snapshot?.groups.find(({ key }) => key === 'invanare')
  const cell = snapshot?.rows[0]?.cells.find((each) => each.group === 'invanare')
  return { document, number: snapshot?.number, statements: snapshot?.statements, coded: snapshot?.coded, ...group, mentioned: cell?.shown ? cell.mentioned : undefined }
}
const unexplained = async () => (await recomputeFigures(now)).flatMap(({ differing }) => differing)

beforeAll(async () => {
  stage = await stageDialogue()
  const theme = { name: 'Tåg', definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '', processId: stage.processId }
  trains = (await grantedBy(createTheme(stage.analyst, theme, now))).id
})
beforeEach(() => onDay(0))
afterAll(() => vi.unstubAllEnvs())

test('two who come later wait: the page says so before it is frozen, the document says so, and every number is that of the day', async () => {
  await answer(20)
  expect((await freeze()).status).toBe(302)
  await onDay(3)
  expect(await page()).not.toContain('väntar:')
  await answer(2, { stance: 'leave' })
  expect(await page()).toContain(waits('2 november 2020'))
  expect((await freeze()).status).toBe(302)
  const held = await frozen()
  expect(held).toMatchObject({ number: 2, until: '2020-11-02', persons: 20, responses: 20, gone: 0, heard: { place: 20 }, statements: 20, coded: 20, mentioned: 20 })
  expect(held.document).toContain(waits('2 november 2020'))
  expect(held.document).not.toMatch(/\b22\b/)
  expect(await unexplained()).toEqual([])
})

test('the method appendix counts the same, and is counted the same', async () => {
  await onDay(4)
  expect(await page('/arbete/metod')).toContain(waits('2 november 2020'))
  expect((await site.post('/arbete/metod', { processId: stage.processId }, { cookie })).status).toBe(302)
  const { rows } = await pool().query("select canonical from documents_frozen where kind = 'method-appendix'")
  const { data } = JSON.parse(rows[0]?.canonical)
  expect(data).toMatchObject({ statements: 20, coded: 20, groups: [{ persons: 20, responses: 20, until: '2020-11-02' }, {}] })
  const matrix = await pool().query("select canonical from documents_frozen where kind = 'analysis' order by frozen_at desc limit 1")
  expect(data.basis.countsSha256).toBe(JSON.parse(matrix.rows[0]?.canonical).data.basis.countsSha256)
  expect(await unexplained()).toEqual([])
})

test('they wait until as many as the threshold have come, from the day that was counted last', async () => {
  await onDay(6)
  await answer(2)
  expect((await freeze()).status).toBe(302)
  expect(await frozen()).toMatchObject({ number: 3, until: '2020-11-02', persons: 20, mentioned: 20 })
  await answer(1)
  expect(await page()).not.toContain('väntar:')
  expect((await freeze()).status).toBe(302)
  const whole = await frozen()
  expect(whole).toMatchObject({ number: 4, persons: 25, statements: 25, mentioned: 25 })
  expect(whole.until).toBeUndefined()
  expect(whole.document).not.toContain('väntar:')
  expect(await unexplained()).toEqual([])
})

test('one who waits and takes their answer back holds nothing up', async () => {
  await onDay(9)
  const [uncoded] = await answer(1, { isCoded: false })
  await answer(1)
  expect((await freeze()).status).toBe(302)
  await onDay(10)
  await eraseAnswer({ id: uncoded?.responseId ?? '' }, 'withdrawn', now.day)
  expect((await freeze()).status).toBe(302)
  expect(await frozen()).toMatchObject({ number: 6, until: '2020-11-08', persons: 25 })
})

test('one who came later on the very day can’t be held: it is refused, on that day and on the next, and the page says so first', async () => {
  await onDay(12)
  await answer(4)
  expect((await freeze()).status).toBe(302)
  expect(await frozen()).toMatchObject({ persons: 30 })
  await answer(1)
  for (const days of [12, 13]) {
    await onDay(days)
    expect(await page()).toContain('De kom samma dag och kan därför inte vänta för sig')
    expect((await freeze()).status).toBe(409)
  }
})

test('the public page says that some wait, in both languages, and not how many', async () => {
  await onDay(14)
  await answer(4)
  expect((await freeze()).status).toBe(302)
  await onDay(15)
  await answer(3)
  expect((await freeze()).status).toBe(302)
  const step = (await listProcesses(now.day))[0]?.steps.find(({ key }) => key === 'analysis')?.id ?? ''
  await grantedBy(releaseStep(stage.leader, { stepId: step }, now))
  expect(await page('/samsyn')).toContain('det som kom in efter den 16 november 2020 väntar.')
  cookie = `${cookie}; sprak=en`
  expect(await page('/samsyn')).toContain('what came in after 16 November 2020 waits.')
})
