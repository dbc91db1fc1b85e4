import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, readCodings } from '#analysis'
import { pool, transaction } from '#db/database.server'
import { listDocuments } from '#documents'
import { presentMoment } from '#http/clock'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import { storeResponses } from '#participation'
import { endRound } from '../src/modules/analysis/end-round.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { readAsNoiseInRound, readInRound } from '../src/modules/analysis/read-in-round.ts'
import { differingStatements } from '../src/modules/analysis/read-rounds.ts'
import { retireTheme } from '../src/modules/analysis/retire-theme.ts'
import { settleStatement, settleWhatIsAlike } from '../src/modules/analysis/settle-round.ts'
import { undoAct } from '../src/modules/analysis/undo-act.ts'
import { eraseAnswer } from '../src/modules/participation/erase-answer.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const words = { definition: 'Vad det är.', whenToUse: 'När det sägs.', whenNot: 'Annars.' }
let stage: Stage
let [analyst, leader] = ['', '']
let [bus, coach, forest, gone, heading] = ['', '', '', '', '']
let roundId = ''
let drawn: string[] = []
let loose: string[] = []

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  leader = await site.signIn('process-leader@example.se')
  const [questionId = ''] = stage.survey.questionIds
  await storeResponses(
    Array.from({ length: 14 }, (_, at) => ({
      ...{ dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: day('2020-10-12'), source: 'web' as const, persons: 1, label: null },
      lines: [{ questionId, text: `Svar nummer ${at} om bussar och skog` }],
    })),
  )
  const add = async (name: string, more = {}) => (await grantedBy(createTheme(stage.analyst, { ...words, ...more, name, processId: stage.processId }, now))).id
  ;[bus, coach, forest, gone] = [await add('Buss'), await add('Linjetrafik'), await add('Skog'), await add('Tas ur bruk')]
  heading = await add('Rubriken', { isCodable: false })
  const form = { processId: stage.processId, coderIds: [stage.analyst.person, stage.leader.person], size: '10', wanted: '0,8' }
  expect((await site.post('/arbete/parkodning', form, { cookie: leader })).status).toBe(302)
  roundId = (await pool().query('select id from analysis_rounds')).rows[0].id
  drawn = (await pool().query('select statement_id as id from analysis_round_statements order by position')).rows.map(({ id }) => id)
  loose = (await pool().query('select id from participation_statements where id <> all($1) order by id', [drawn])).rows.map(({ id }) => id)
})

type Stances = '' | 'keep' | 'leave' | 'want'
const read = (actor: Actor, at: number, themeIds: string[], stance: Stances = '') =>
  readInRound(actor, { roundId, statementId: drawn[at] ?? '', readings: themeIds.map((themeId) => ({ themeId, stance })) }, now)
const settle = (at: number, themeIds: string[]) =>
  settleStatement(stage.leader, { roundId, statementId: drawn[at] ?? '', readings: themeIds.map((themeId) => ({ themeId, stance: '' as const })) }, now)
const pageOf = async (cookie: string, path: string) => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const holding = async (where = 'true') =>
  (
    await pool().query(
      `select c.theme_id from analysis_codings c join analysis_themes t on t.id = c.theme_id where c.withdrawn_at is null and t.retired_at is not null and ${where}`,
    )
  ).rows

describe('a round in which the codebook changes', () => {
  test('a coder with statements left is not told at the desk where the other differs; somebody else is', async () => {
    await grantedBy(read(stage.analyst, 0, [forest]))
    await grantedBy(read(stage.leader, 0, [bus]))
    expect(await differingStatements(stage.leader, stage.processId)).toBeUndefined()
    expect(await pageOf(leader, '/arbete/kodning/lista?lage=olika')).not.toContain('Två kodare läser olika')
    expect(await differingStatements(stage.auditor, stage.processId)).toEqual([drawn[0]])
  })

  test('after an erased answer the count of statements is still right', async () => {
    for (let at = 1; at < 9; at++) await grantedBy(read(stage.analyst, at, at < 4 ? [coach] : at < 6 ? [gone] : at < 8 ? [bus, coach] : [forest]))
    for (let at = 1; at < 9; at++) await grantedBy(read(stage.leader, at, at < 4 ? [bus] : at < 6 ? [gone] : at < 8 ? [bus] : [forest]))
    const [{ id }] = (await pool().query('select response_id as id from participation_statements where id = $1', [drawn[8]])).rows as [{ id: string }]
    await transaction(() => eraseAnswer({ id }, 'withdrawn', now.day))
    expect(await pageOf(leader, '/arbete/parkodning/1/koda')).toContain('Yttrande 9 av 9')
    await grantedBy(readAsNoiseInRound(stage.analyst, { roundId, statementId: drawn[9] ?? '', reason: 'Svarar inte' }, now))
    await grantedBy(readAsNoiseInRound(stage.leader, { roundId, statementId: drawn[9] ?? '', reason: 'Vet inte' }, now))
  })

  test('two who read the same under two names that have become one have read alike', async () => {
    expect((await differingStatements(stage.leader, stage.processId))?.length).toBe(6)
    await grantedBy(mergeThemes(stage.analyst, { themeId: coach, intoThemeId: bus, reason: 'Samma sak' }, now))
    expect(await differingStatements(stage.leader, stage.processId)).toEqual([drawn[0]])
    expect(await pageOf(leader, '/arbete/parkodning/1')).toMatch(/Olika lästa<\/dt>\s*<dd>1</)
  })

  test('nothing is settled as a theme that is out of use, nor as a heading, and the rest can still be written in', async () => {
    await grantedBy(retireTheme(stage.analyst, { themeId: gone, reason: 'Behövs inte' }, now))
    const form = { act: 'settle', roundId, statementId: drawn[4] ?? '', themeIds: [gone], stance: '' }
    const answer = await site.post('/arbete/parkodning/1', form, { cookie: leader })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Ett av temana är inte längre i bruk')])
    expect(await settle(0, [heading])).toMatchObject({ refusal: { refused: 'not-codable' } })
    expect(await pageOf(leader, '/arbete/parkodning/1')).toContain('2 yttranden av dem läste ni likadant, men temat är inte längre i bruk')
    expect(await grantedBy(settleWhatIsAlike(stage.leader, { roundId }, now))).toMatchObject({ settled: 6 })
    expect(await holding()).toEqual([])
    expect((await pool().query('select 1 from analysis_set_asides where withdrawn_at is null')).rows).toHaveLength(1)
    await grantedBy(settle(4, [coach, bus, forest]))
    expect((await readCodings([drawn[4] ?? ''])).map(({ themeId }) => themeId).sort()).toEqual([bus, forest].sort())
    await grantedBy(settle(5, [forest]))
    expect(await settleWhatIsAlike(stage.leader, { roundId }, now)).toMatchObject({ refusal: { refused: 'nothing-alike' } })
  })

  test('what is frozen when it ends is said with the themes of today', async () => {
    const { sha256 } = await grantedBy(endRound(stage.leader, { roundId }, now))
    const [{ id }] = (await pool().query('select document_id as id from analysis_rounds')).rows as [{ id: string }]
    const [document] = await listDocuments([id])
    if (!document) throw new Error('Nothing was frozen.')
    const { themes, differing } = document.content.data as { themes: { themeId: string; used: number }[]; differing: number }
    expect([document.sha256, differing, themes.map(({ themeId, used }) => [themeId, used])]).toEqual([
      sha256,
      1,
      [
        [bus, 11],
        [gone, 4],
        [forest, 1],
      ],
    ])
  })
})

test('each reading that a statement has had is explained on a page of its own, and that it was read is written down', async () => {
  const statementId = drawn[1] ?? ''
  const read = async () => Number((await pool().query('select coalesce(sum(statements), 0) as sum from participation_readings')).rows[0].sum)
  expect(await pageOf(analyst, `/arbete/kodning?yttrande=${statementId}`)).toContain(`href="/arbete/kodning/yttrande/${statementId}"`)
  const [before, path] = [await read(), `/arbete/kodning/yttrande/${statementId}`]
  await grantedBy(codeStatement(stage.analyst, { statementId, readings: [{ themeId: forest, stance: 'want' }] }, now))
  const traffic = (await grantedBy(createTheme(stage.analyst, { ...words, name: 'Natur', processId: stage.processId }, now))).id
  await grantedBy(mergeThemes(stage.leader, { themeId: forest, intoThemeId: traffic, reason: 'Sägs som ett' }, now))
  const page = await pageOf(analyst, path)
  const said = ['om bussar och skog', 'Läst av process-leader', 'Togs tillbaka eller ersattes av analyst', 'Avslutades när Skog slogs ihop med Natur, av process-leader']
  for (const each of [...said, 'Flyttades hit när Skog slogs ihop med Natur: Sägs som ett.', 'Gäller']) expect(page).toContain(each)
  expect(await read()).toBe(before + 1)
  forest = traffic
  expect((await site.get(`/arbete/kodning/yttrande/${bus}`, { cookie: analyst })).status).toBe(404)
  expect((await site.get('/arbete/kodning/yttrande/nej', { cookie: analyst })).status).toBe(404)
  expect((await site.get(path, { cookie: await site.signIn('secretary@example.se') })).status).toBe(403)
})

describe('themes out of use', () => {
  test('nothing undone makes a statement be read as one', async () => {
    const statementId = loose[0] ?? ''
    const [old] = [(await grantedBy(createTheme(stage.analyst, { ...words, name: 'Gammalt', processId: stage.processId }, now))).id]
    for (const themeId of [old, forest]) await grantedBy(codeStatement(stage.analyst, { statementId, readings: [{ themeId, stance: '' }] }, now))
    await grantedBy(mergeThemes(stage.analyst, { themeId: old, intoThemeId: bus, reason: 'Samma' }, now))
    const actId = (await pool().query('select max(id) as id from analysis_desk_acts')).rows[0].id
    expect(await undoAct(stage.analyst, { actId }, now)).toMatchObject({ refusal: { refused: 'decided-since' } })
    const answer = await site.post('/arbete/kodning', { act: 'undo', actId, statementId }, { cookie: analyst })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('ändrat kodboken')])
    expect(await readCodings([statementId])).toMatchObject([{ themeId: forest }])
  })

  test('whoever has the desk open when a theme goes is told so, and nothing is stored', async () => {
    const [, seen = ''] = /name="seen" value="(\d+)"/.exec(await pageOf(analyst, `/arbete/kodning?yttrande=${loose[1]}`)) ?? []
    const form = { act: 'code', statementId: loose[1] ?? '', seen, shown: '', 'theme-1': coach, 'stance-1': 'want' }
    const answer = await site.post('/arbete/kodning', form, { cookie: analyst })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Ett av temana är inte längre i bruk')])
    expect(await readCodings([loose[1] ?? ''])).toEqual([])
  })

  test('no coding that holds can be written on one by any way', async () => {
    const values = [loose[1], coach, stage.analyst.person]
    await expect(pool().query('insert into analysis_codings (statement_id, theme_id, coded_by, coded_at) values ($1, $2, $3, now())', values)).rejects.toThrow('is not in use')
    await expect(pool().query('update analysis_codings set withdrawn_at = null, withdrawn_by = null, ended_by = null')).rejects.toThrow('is not in use')
  })

  test('what is read out of statements is not merged into a heading', async () => {
    const form = { act: 'merge', themeId: forest, intoThemeId: heading, reason: 'Prov' }
    const answer = await site.post('/arbete/kodbok/natur', form, { cookie: analyst })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Det andra temat är en rubrik')])
    const page = await pageOf(analyst, '/arbete/kodbok/natur')
    const choices = page.slice(page.indexOf('name="intoThemeId"'), page.indexOf('</select>', page.indexOf('name="intoThemeId"')))
    expect([choices.includes('Buss'), choices.includes('Rubriken')]).toEqual([true, false])
  })
})
