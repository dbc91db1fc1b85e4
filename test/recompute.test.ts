import { beforeAll, expect, test, vi } from 'vitest'
import { createTheme, freezeMatrix, recomputeFigures, storeCodings } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { createDialogue, openDialogue, storeResponses } from '#participation'
import { recompute } from '../src/command/recompute.ts'
import { drawRound } from '../src/modules/analysis/draw-round.ts'
import { endRound } from '../src/modules/analysis/end-round.ts'
import { freezeMethod } from '../src/modules/analysis/freeze-method.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { readInRound } from '../src/modules/analysis/read-in-round.ts'
import { undoMerge } from '../src/modules/analysis/undo-merge.ts'
import { eraseAnswer } from '../src/modules/participation/erase-answer.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useDatabase } from './database.ts'

useDatabase()
const now = presentMoment()
const words = { definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '' }
let stage: Stage
let [trains, forest, work] = ['', '', '']
let unread: string[] = []
let survey: { id: string; questionIds: readonly string[] }

async function ask(slug: string, ages: readonly string[], opens = true) {
  const { processId, stepId, leader } = stage
  const about = { information: 'Vad', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln', opensOn: now.day, closesOn: now.day }
  const form = { choices: ages.map((key) => ({ key, label: `Ålder ${key}`, labelEnglish: null })) }
  const questions = [
    { key: 'bra', kind: 'lines', wording: 'Vad är viktigt?' },
    { key: 'alder', kind: 'one', wording: 'Hur gammal är du?', background: 'age', form },
  ]
  const made = await grantedBy(
    createDialogue(leader, { ...about, processId, stepId, groupId: stage.residents, slug, title: slug, kind: 'survey', questions: questions as never }, now),
  )
  if (opens) await grantedBy(openDialogue(leader, { dialogueId: made.id }, now))
  return made
}

const answered = (ages: readonly string[]) =>
  storeResponses(
    ages.map((alder, at) => ({
      ...{ dialogueId: survey.id, groupId: stage.residents, receivedOn: now.day, source: 'web' as const, persons: 1, label: null, answers: { alder } },
      lines: [{ questionId: survey.questionIds[0] ?? '', text: `Tåget till kusten ${at}` }],
    })),
  )

beforeAll(async () => {
  stage = await stageDialogue()
  const { processId, analyst, leader } = stage
  for (const name of ['Tåg', 'Skog', 'Arbetsro']) await grantedBy(createTheme(analyst, { ...words, processId, name }, now))
  ;[trains, forest, work] = (await pool().query('select id from analysis_themes order by position')).rows.map(({ id }) => id)
  survey = await ask('alder', ['unga', 'gamla'])
  const stored = await answered([...Array.from({ length: 60 }, (_, at) => (at % 2 ? 'unga' : 'gamla'))])
  const ids = stored.flatMap(({ statementIds }) => [...statementIds])
  unread = stored.slice(50).map(({ responseId }) => responseId)
  const notes = await storeResponses(
    Array.from({ length: 12 }, (_, at) => ({
      ...{ dialogueId: stage.notes.id, groupId: stage.staff, receivedOn: now.day, source: 'note' as const, persons: 8, label: `Bord ${at}` },
      lines: [{ questionId: stage.notes.questionIds[1] ?? '', text: `Arbetsro ${at}` }],
    })),
  )
  const coding = (statementId: string, themeId: string, stance: 'want' | 'leave') => ({ statementId, themeId, stance, codedBy: analyst.person, codedAt: now.at })
  await storeCodings([
    ...ids.slice(0, 50).map((id, at) => coding(id, trains, at < 30 ? 'want' : 'leave')),
    ...notes.flatMap(({ statementIds }) => statementIds.map((id) => coding(id, work, 'want'))),
  ])
  const round = await grantedBy(drawRound(leader, { processId, coderIds: [analyst.person, leader.person], size: '30', wanted: '0.8' } as never, now))
  const drawn = (await pool().query('select statement_id id from analysis_round_statements where round_id = $1', [round.id])).rows.map(({ id }) => id)
  for (const [at, statementId] of drawn.entries())
    for (const coder of [analyst, leader])
      await grantedBy(
        readInRound(coder, { roundId: round.id, statementId, readings: [{ themeId: coder === leader && at % 3 === 0 ? forest : trains, stance: null }] } as never, now),
      )
  await grantedBy(endRound(leader, { roundId: round.id }, now))
  await grantedBy(freezeMatrix(analyst, { processId }, presentMoment()))
  await grantedBy(freezeMethod(analyst, { processId }, presentMoment()))
})

const differing = async () => (await recomputeFigures(now)).flatMap(({ differing: each }) => each)
const unexplained = async () => (await differing()).filter(({ why }) => why === undefined)

/** Changes a frozen document as only whoever holds the database can. */
async function tamper(kind: string, from: string, to: string) {
  const client = await pool().connect()
  try {
    await client.query('alter table documents_frozen disable trigger all')
    const changed = 'regexp_replace(canonical, $2, $3)'
    const put = `update documents_frozen set canonical = ${changed}, sha256 = encode(sha256(convert_to(${changed}, 'UTF8')), 'hex') where kind = $1 returning canonical`
    const { rows } = await client.query(put, [kind, from, to])
    expect(rows[0]?.canonical).toContain(to.replaceAll('\\1', ''))
    await client.query('alter table documents_frozen enable trigger all')
  } finally {
    client.release()
  }
}

test('what was frozen is counted the same: a matrix, a method and a round', async () => {
  const documents = await recomputeFigures(now)
  expect(documents.map(({ title, same, differing: each }) => [title.split('.')[0], same > 3, each])).toEqual([
    ['Samsyn i det som kommit in', true, []],
    ['Metodbilaga', true, []],
    ['Parkodning 1', true, []],
  ])
})

test('a later dialogue, a draft too, takes nothing from what was frozen', async () => {
  await ask('utkast', ['barn', 'unga', 'gamla'], false)
  expect(await differing()).toEqual([])
  await ask('nyare', ['barn', 'unga', 'gamla', 'aldre'])
  expect(await differing()).toEqual([])
})

test('themes that are merged after a round take nothing from how alike it was read', async () => {
  await grantedBy(mergeThemes(stage.analyst, { themeId: forest, intoThemeId: trains, reason: 'Samma' }, presentMoment()))
  expect(await differing()).toEqual([])
})

test('a merge that is undone takes nothing from a matrix or a round that was frozen in between', async () => {
  const { processId, analyst, leader } = stage
  const { id: water } = await grantedBy(createTheme(analyst, { ...words, processId, name: 'Vatten' }, now))
  const round = await grantedBy(drawRound(leader, { processId, coderIds: [analyst.person, leader.person], size: '10', wanted: '0.8' } as never, now))
  const drawn = (await pool().query('select statement_id id from analysis_round_statements where round_id = $1', [round.id])).rows.map(({ id }) => id)
  for (const [at, statementId] of drawn.entries())
    for (const coder of [analyst, leader])
      await grantedBy(
        readInRound(coder, { roundId: round.id, statementId, readings: [{ themeId: at % 2 === 0 ? work : coder === leader ? water : trains, stance: null }] } as never, now),
      )
  const { rows } = await pool().query("update analysis_codings set theme_id = $1 where theme_id = $2 and stance = 'leave' returning id", [water, trains])
  expect(rows.length).toBeGreaterThan(5)
  await grantedBy(mergeThemes(analyst, { themeId: water, intoThemeId: trains, reason: 'Samma' }, presentMoment()))
  await grantedBy(endRound(leader, { roundId: round.id }, presentMoment()))
  await grantedBy(freezeMatrix(analyst, { processId }, presentMoment()))
  const between = async () => (await recomputeFigures(now)).filter(({ title }) => /Analys 2|Parkodning 2/.test(title)).map(({ differing: each, same }) => [each, same > 3])
  expect(await between()).toEqual([
    [[], true],
    [[], true],
  ])
  expect(await grantedBy(undoMerge(analyst, { themeId: water, reason: 'Det var två saker' }, presentMoment()))).toMatchObject({ carried: rows.length })
  expect(await between()).toEqual([
    [[], true],
    [[], true],
  ])
  // As it was, for what was frozen first.
  await pool().query('update analysis_codings set theme_id = $1 where theme_id = $2', [trains, water])
})

test('an answer that was changed the same day is a reason, also when as many came as went', async () => {
  await eraseAnswer({ id: unread[0] ?? '' }, 'changed', now.day)
  expect((await differing()).length).toBeGreaterThan(0)
  expect(await unexplained()).toEqual([])
  await answered(['unga'])
  const all = await differing()
  expect(all.length).toBeGreaterThan(0)
  expect(all.filter(({ why }) => why !== 'erased-since')).toEqual([])
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await recompute()).toBe(0)
  expect(written.mock.calls.join('')).toContain(`annat nu, för svar är borta sedan dess (svar ändrades ${now.day})`)
  written.mockRestore()
})

test('an answer that went before excuses nothing that was frozen later', async () => {
  await pool().query('alter table participation_erasures disable trigger all')
  const put = 'update participation_erasures set erased_on = $1'
  await pool().query(put, ['2020-01-01'])
  expect((await unexplained()).length).toBeGreaterThan(0)
  await pool().query(put, [now.day])
  await pool().query('alter table participation_erasures enable trigger all')
  expect(await unexplained()).toEqual([])
})

test.each([
  ['of the workplace', 'analysis', '("workplaceRows":.*"mentionShare":)[0-9]+', '\\112', 'Arbetsro, om arbetsplatsen'],
  ['of how alike two read', 'coding-round', '("overall":[{]"alpha":)[-0-9.]+', '\\10.99', 'overall'],
])('a changed number %s is found', async (_, kind, from, to, what) => {
  await tamper(kind, from, to)
  expect((await differing()).find((each) => each.what === what)?.frozen).toContain(to.replace('\\1', ''))
})

test('what has gone is no excuse for a number of other counts', async () => {
  expect((await unexplained()).map(({ what }) => what)).toContain('Arbetsro, om arbetsplatsen')
  expect(await recompute()).toBe(1)
})
