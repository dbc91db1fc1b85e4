import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, readCodings } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { storeResponses } from '#participation'
import { drawRound } from '../src/modules/analysis/draw-round.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { moveTheme } from '../src/modules/analysis/move-theme.ts'
import { readInRound } from '../src/modules/analysis/read-in-round.ts'
import { retireTheme } from '../src/modules/analysis/retire-theme.ts'
import { settleStatement } from '../src/modules/analysis/settle-round.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useDatabase } from './database.ts'

useDatabase()
const now = presentMoment()
const words = { definition: 'Vad det är.', whenToUse: 'När det sägs.', whenNot: 'Annars.', examples: '' }
let stage: Stage
let [roundId, bus, forest] = ['', '', '']
let drawn: string[] = []
let loose: string[] = []

const add = async (name: string) => (await grantedBy(createTheme(stage.analyst, { ...words, name, processId: stage.processId }, now))).id
const held = (statementId: string) => readCodings([statementId])
const code = (statementId: string, themeId: string, seen?: string) => codeStatement(stage.analyst, { statementId, readings: [{ themeId, stance: '' }], ...(seen && { seen }) }, now)
const shortly = () => new Promise((done) => setTimeout(done, 300))
const insert = 'insert into analysis_codings (statement_id, theme_id, coded_by, coded_at) values ($1, $2, $3, now())'

/** Somebody else's transaction, in which a statement is coded while an act of ours is under way. */
async function meanwhile<Outcome>(lock: string, statementId: string, act: () => Promise<Outcome>): Promise<Outcome> {
  const other = await pool().connect()
  try {
    await other.query('begin')
    await other.query(lock)
    const acting = act()
    await shortly()
    await other.query(insert, [statementId, forest, stage.leader.person])
    await other.query('commit')
    return await acting
  } finally {
    other.release()
  }
}

beforeAll(async () => {
  stage = await stageDialogue()
  const [questionId = ''] = stage.survey.questionIds
  await storeResponses(
    Array.from({ length: 30 }, (_, at) => ({
      ...{ dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: day('2020-10-12'), source: 'web' as const, persons: 1, label: null },
      lines: [{ questionId, text: `Svar nummer ${at}` }],
    })),
  )
  ;[bus, forest] = [await add('Buss'), await add('Skog')]
  const coderIds = [stage.analyst.person, stage.leader.person]
  roundId = (await grantedBy(drawRound(stage.leader, { processId: stage.processId, coderIds, size: '10', wanted: '0,8' }, now))).id
  drawn = (await pool().query('select statement_id as id from analysis_round_statements order by position')).rows.map(({ id }) => id)
  loose = (await pool().query('select id from participation_statements where id <> all($1) order by id', [drawn])).rows.map(({ id }) => id)
  for (const statementId of drawn)
    for (const coder of [stage.analyst, stage.leader]) await grantedBy(readInRound(coder, { roundId, statementId, readings: [{ themeId: bus, stance: '' }] }, now))
})

describe('a statement is read as what was decided last, and as nothing else', () => {
  test('whoever settles it waits for whoever codes it', async () => {
    const statementId = drawn[0] ?? ''
    const lock = `select pg_advisory_xact_lock(hashtextextended('${statementId}', 7))`
    await grantedBy(meanwhile(lock, statementId, () => settleStatement(stage.leader, { roundId, statementId, readings: [{ themeId: bus, stance: '' }] }, now)))
    expect((await held(statementId)).map(({ themeId }) => themeId)).toEqual([bus])
  })

  test('whoever codes it waits for whoever codes many at once', async () => {
    const statementId = loose[0] ?? ''
    const lock = 'lock table analysis_codings, analysis_set_asides in share row exclusive mode'
    await grantedBy(meanwhile(lock, statementId, () => code(statementId, bus)))
    expect((await held(statementId)).map(({ themeId }) => themeId)).toEqual([bus])
  })

  test('of two who settle and code ten statements at the same moment, one decision holds of each', async () => {
    const acts = drawn
      .slice(1)
      .flatMap((statementId) => [code(statementId, forest), settleStatement(stage.leader, { roundId, statementId, readings: [{ themeId: bus, stance: '' }] }, now)])
    expect((await Promise.all(acts)).every(({ granted }) => granted)).toBe(true)
    for (const statementId of drawn) expect(await held(statementId)).toHaveLength(1)
  })
})

describe('the codebook changes while statements are coded', () => {
  test('nothing is left behind on a theme that was merged or taken out of use, and nobody meets a fault', async () => {
    for (let round = 0; round < 4; round++) {
      const [one, other] = [await add(`Ett ${round}`), await add(`Två ${round}`)]
      const results = await Promise.all([
        ...loose.slice(1, 7).map((statementId) => code(statementId, one)),
        mergeThemes(stage.leader, { themeId: one, intoThemeId: bus, reason: 'Prov' }, now),
        ...loose.slice(7, 9).map((statementId) => code(statementId, other)),
        retireTheme(stage.leader, { themeId: other, reason: 'Prov' }, now),
        ...loose.slice(9, 12).map((statementId) => code(statementId, one)),
      ])
      for (const result of results) if (!result.granted) expect(result.refusal.refused).toMatch(/^(retired|in-use)$/)
      const left = 'select 1 from analysis_codings c join analysis_themes t on t.id = c.theme_id where c.withdrawn_at is null and t.retired_at is not null'
      expect((await pool().query(left)).rows).toEqual([])
    }
  })

  test('many moves of the codebook at the same moment wait for each other', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, (_, at) => add(`Flyttas ${at}`)))
    for (let round = 0; round < 5; round++) {
      const parentId = round % 2 === 0 ? bus : ''
      const moves = ids.map((themeId) => moveTheme(stage.analyst, { themeId, parentId, reason: 'Prov' }, now))
      expect((await Promise.all(moves)).every(({ granted }) => granted)).toBe(true)
    }
  })
})
