import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, freezeMatrix, readCodings } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import type { Actor } from '#kernel/actor'
import { listProcesses, releaseStep } from '#process'
import { endRound } from '../src/modules/analysis/end-round.ts'
import { readAgreement } from '../src/modules/analysis/read-agreement.ts'
import { readAsNoiseInRound, readInRound } from '../src/modules/analysis/read-in-round.ts'
import { differingStatements } from '../src/modules/analysis/read-rounds.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const words = { definition: 'Vad det är.', whenToUse: 'När det sägs.', whenNot: 'Annars.' }
let stage: Stage
let [analyst, leader] = ['', '']
let [bus, forest] = ['', '']
let roundId = ''
let drawn: string[] = []

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  leader = await site.signIn('process-leader@example.se')
  const [questionId = ''] = stage.survey.questionIds
  await residentsAnswer(
    stage,
    Array.from({ length: 14 }, (_, at) => [{ questionId, text: at % 2 === 0 ? `Bussen nummer ${at}` : `Skogen nummer ${at}` }]),
  )
  const add = async (name: string) => (await grantedBy(createTheme(stage.analyst, { ...words, name, processId: stage.processId }, now))).id
  ;[bus, forest] = [await add('Buss'), await add('Skog')]
  const draw = await site.post(
    '/arbete/parkodning',
    { processId: stage.processId, coderIds: [stage.analyst.person, stage.leader.person], size: '10', wanted: '0,8' },
    { cookie: leader },
  )
  expect([draw.status, draw.headers.get('location')]).toEqual([302, '/arbete/parkodning/1'])
  roundId = (await pool().query('select id from analysis_rounds')).rows[0].id
  drawn = (await pool().query('select statement_id as id from analysis_round_statements order by position')).rows.map(({ id }) => id)
})

const read = (actor: Actor, at: number, themeId: string) => readInRound(actor, { roundId, statementId: drawn[at] ?? '', readings: [{ themeId, stance: '' }] }, now)
const pageOf = async (cookie: string, path: string) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')

describe('two who read blind', () => {
  test('a draw of more than there is, or by one person twice, is refused in words', async () => {
    const form = { processId: stage.processId, coderIds: [stage.analyst.person, stage.leader.person], size: '10', wanted: '0,8' }
    for (const [wrong, said] of [
      [{ size: '900' }, 'Så många yttranden finns inte att dra'],
      [{ size: 'många' }, 'Skriv ett tal, till exempel 12,5'],
      [{ wanted: '2' }, 'Skriv ett tal mellan 0 och 1'],
      [{ coderIds: [stage.analyst.person, stage.analyst.person] }, 'Välj två olika personer'],
      [{ coderIds: [stage.analyst.person, stage.secretary.person] }, 'Båda ska ha uppdraget'],
    ] as const) {
      const answer = await site.post('/arbete/parkodning', { ...form, ...wrong }, { cookie: leader })
      expect([answer.status, await answer.text()]).toEqual([expect.toSatisfy((status) => status === 422 || status === 409), expect.stringContaining(said)])
    }
    expect((await pool().query('select count(*)::int as count from analysis_rounds')).rows[0].count).toBe(1)
  })

  test('neither sees what the other has read before all is read, and nothing counts yet', async () => {
    for (let at = 0; at < 9; at++) await grantedBy(read(stage.analyst, at, at % 2 === 0 ? bus : forest))
    await grantedBy(readAsNoiseInRound(stage.analyst, { roundId, statementId: drawn[9] ?? '', reason: 'Svarar inte' }, now))
    for (let at = 0; at < 8; at++) await grantedBy(read(stage.leader, at, at % 2 === 0 || at === 7 ? bus : forest))
    const blind = await pageOf(leader, '/arbete/parkodning/1')
    expect(blind).not.toContain('Det ni läst olika')
    expect(blind).not.toContain('Alfa')
    const desk = await pageOf(leader, '/arbete/parkodning/1/koda')
    expect(desk).toContain('Yttrande 9 av 10')
    expect(desk).not.toMatch(/type="checkbox"[^>]* checked/)
    expect(await readCodings(drawn)).toEqual([])
  })

  test('what they have left to read is not in the queue of the desk, and is met there without suggestions by whoever opens it', async () => {
    const loose = (await pool().query('select id from participation_statements where id <> all($1) order by id', [drawn])).rows.map(({ id }) => id)
    const list = await pageOf(leader, '/arbete/kodning/lista?lage=okodat')
    expect([...list.matchAll(/yttrande=([0-9a-f-]{36})/g)].map((match) => match[1])).toEqual(loose)
    expect(await pageOf(leader, '/arbete/kodning')).toContain('10 yttranden läses i <a href="/arbete/parkodning">parkodning</a>')
    let page = ''
    for (let turn = 0; turn < 2_000 && !page.includes('Förslag 1'); turn++) {
      page = await pageOf(leader, `/arbete/kodning?yttrande=${loose[0]}`)
      await new Promise((done) => setTimeout(done, 50))
    }
    expect(page).toContain('säkert, på orden')
    const unread = await pageOf(leader, `/arbete/kodning?yttrande=${drawn[9]}`)
    expect([unread.includes('Förslagen är gömda för dig'), unread.includes('säkert, på orden')]).toEqual([true, false])
  })

  test('a reading may be changed until the other has read it too', async () => {
    expect(await read(stage.analyst, 0, forest)).toMatchObject({ refusal: { refused: 'both-have-read' } })
    await grantedBy(read(stage.analyst, 8, forest))
    await grantedBy(read(stage.analyst, 8, bus))
    await grantedBy(read(stage.leader, 8, bus))
    await grantedBy(read(stage.leader, 9, forest))
    expect((await pool().query('select count(*)::int as count from analysis_round_readings')).rows[0].count).toBe(20)
  })

  test('whoever is not one of the two, and a statement that was not drawn, are answered as if there were no round', async () => {
    expect(await read(stage.secretary, 0, bus)).toMatchObject({ refusal: { refused: 'forbidden' } })
    const other = (await pool().query('select id from participation_statements where id <> all($1)', [drawn])).rows[0].id
    expect(await readInRound(stage.leader, { roundId, statementId: other, readings: [{ themeId: bus, stance: '' }] }, now)).toMatchObject({ refusal: { refused: 'not-found' } })
  })
})

describe('settling', () => {
  test('the differences are a list to settle together, and what is settled counts from then on', async () => {
    expect(((await differingStatements(stage.leader, stage.processId)) ?? []).sort()).toEqual([drawn[7], drawn[9]].sort())
    const list = await pageOf(leader, '/arbete/kodning/lista?lage=olika')
    expect([...list.matchAll(/yttrande=([0-9a-f-]{36})/g)].map((match) => match[1])).toEqual([drawn[7], drawn[9]].sort())
    const page = await pageOf(leader, '/arbete/parkodning/1')
    for (const said of ['Det ni läst olika', 'brus (Svarar inte)', 'Det ni är överens om']) expect(page).toContain(said)
    const settle = { act: 'settle', roundId, statementId: drawn[7] ?? '', themeIds: [forest], stance: 'keep' }
    expect((await site.post('/arbete/parkodning/1', settle, { cookie: leader })).status).toBe(302)
    expect(await readCodings([drawn[7] ?? ''])).toMatchObject([{ themeId: forest, stance: 'keep' }])
    const again = await site.post('/arbete/parkodning/1', settle, { cookie: analyst })
    expect(await again.text()).toContain('Någon har redan avgjort yttrandet')
    expect((await site.post('/arbete/parkodning/1', { act: 'alike', roundId }, { cookie: leader })).status).toBe(302)
    expect(await readCodings(drawn)).toHaveLength(9)
    expect(await differingStatements(stage.leader, stage.processId)).toEqual([drawn[9]])
  })

  test('when it ends alpha is frozen with its interval, and a theme under the wanted alpha is marked', async () => {
    const ended = await grantedBy(endRound(stage.leader, { roundId }, now))
    const page = await pageOf(analyst, `/handling/${ended.sha256}`)
    for (const said of ['Parkodning 1', 'Krippendorffs alfa för varje kod', 'Buss', 'Skog']) expect(page).toContain(said)
    const agreement = await readAgreement(stage.processId)
    // Buss: 5 and 6 readings of ten, nine alike. D_o = 0.1, D_e = 2 · 11 · 9 / (20 · 19): alpha = 1 - 0.1 / 0.5211.
    expect(agreement.get(bus)?.alpha).toBeCloseTo(1 - 0.1 / ((2 * 11 * 9) / (20 * 19)), 10)
    expect(agreement.get(forest)).toMatchObject({ isWeak: true, round: 1, wanted: 0.8 })
    expect(await pageOf(analyst, '/arbete/kodbok')).toContain('Läses olika av två kodare')
    expect(await read(stage.leader, 9, bus)).toMatchObject({ refusal: { refused: 'ended' } })
  })

  test('a matrix can be frozen of what was settled', async () => {
    expect(await codeStatement(stage.analyst, { statementId: drawn[0] ?? '', readings: [{ themeId: bus, stance: '' }] }, now)).toMatchObject({ granted: true })
    expect(await freezeMatrix(stage.analyst, { processId: stage.processId }, now)).toMatchObject({ granted: true })
    expect(await pageOf(analyst, '/arbete/samsyn')).toMatch(/Skog <span class="tag asks">Läses olika av två kodare/)
  })

  test('a theme under the wanted alpha is marked where one codes with it, and on the public pages that say what was found', async () => {
    const options = await pageOf(analyst, '/arbete/kodning?lage=allt')
    expect([options.includes('>Skog (läses olika av två kodare)</option>'), options.includes('>Buss</option>')]).toEqual([true, true])
    const step = (await listProcesses(now.day))[0]?.steps.find(({ key }) => key === 'analysis')?.id ?? ''
    await grantedBy(releaseStep(stage.leader, { stepId: step }, presentMoment()))
    const weak = 'Två kodare läste temat olika'
    for (const path of ['/samsyn', '/tema/skog']) expect([path, (await pageOf('', path)).includes(weak)]).toEqual([path, true])
    expect(await pageOf('sprak=en', '/tema/skog')).toContain('Two coders read the theme differently')
  })
})
