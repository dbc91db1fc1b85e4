import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, setAsideStatement } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { createDialogue, openDialogue, storeResponses } from '#participation'
import { useSite } from '#test/site'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'

const site = useSite()
const now = presentMoment()
const desk = '/arbete/kodning'
let stage: Stage
let analyst = ''
let questions: readonly string[] = []

const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const pageOf = async (path: string) => (await site.get(path, { cookie: analyst })).text()
const identities = async (where: string, values: unknown[] = []) =>
  (await query<{ id: string }>(`select m.statement_id as id from analysis_material m where ${where} order by 1`, values)).map(({ id }) => id)
const rarest = async (column: string) =>
  (await query<{ id: string }>(`select ${column} as id from analysis_material where ${column} is not null group by 1 order by count(*) limit 1`))[0]?.id ?? ''
const coded = 'exists (select 1 from analysis_codings c where c.statement_id = m.statement_id and c.withdrawn_at is null)'
const aside = 'exists (select 1 from analysis_set_asides a where a.statement_id = m.statement_id and a.withdrawn_at is null)'

async function listed(wish: string): Promise<string[]> {
  const ids: string[] = []
  for (let path = `${desk}/lista?${wish}`; path; ) {
    const page = await pageOf(path)
    ids.push(...[...page.matchAll(/yttrande=([0-9a-f-]{36})/g)].map((match) => match[1] ?? ''))
    path = /href="([^"]+)"[^>]*>Nästa sida/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  return ids
}

// Sixty answers to two questions, from two places and two ways in, and eight notes of the staff.
beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  const { processId, stepId, leader } = stage
  const about = { information: 'Vad', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln', opensOn: now.day, closesOn: now.day }
  const choices = ['alby', 'ljungaverk'].map((key) => ({ key, label: key, labelEnglish: null }))
  const made = await grantedBy(
    createDialogue(
      leader,
      {
        ...{ ...about, processId, stepId, groupId: stage.residents, slug: 'byarna', title: 'Byarna', kind: 'survey' },
        questions: [
          { key: 'bra', kind: 'lines', wording: 'Vad är bra?' },
          { key: 'saknas', kind: 'lines', wording: 'Vad saknas?' },
          { key: 'bor', kind: 'one', wording: 'Var bor du?', background: 'place', form: { choices } },
        ] as never,
      },
      now,
    ),
  )
  await grantedBy(openDialogue(leader, { dialogueId: made.id }, now))
  questions = made.questionIds
  await storeResponses(
    Array.from({ length: 60 }, (_, at) => ({
      ...{ dialogueId: made.id, groupId: stage.residents, receivedOn: now.day, source: at % 5 === 0 ? ('import' as const) : ('web' as const), persons: 1, label: null },
      answers: { bor: at % 4 === 0 ? 'alby' : 'ljungaverk' },
      lines: [{ questionId: questions[at % 3 === 0 ? 1 : 0] ?? '', text: at % 2 === 0 ? `Bussen mot kusten, tur ${at}` : `Skogens stigar, led ${at}` }],
    })),
  )
  await storeResponses(
    Array.from({ length: 8 }, (_, at) => ({
      ...{ dialogueId: stage.notes.id, groupId: stage.staff, receivedOn: now.day, source: 'note' as const, persons: 8, label: `Bord ${at}` },
      lines: [{ questionId: stage.notes.questionIds[0] ?? '', text: `Vi vill ha ljus ${at}` }],
    })),
  )
  const words = { definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '' }
  const { id: themeId } = await grantedBy(createTheme(stage.analyst, { ...words, processId, name: 'Buss' }, now))
  for (const [at, id] of (await identities('true')).entries()) {
    if (at % 3 === 0) await grantedBy(codeStatement(stage.analyst, { statementId: id, readings: [{ themeId, stance: 'want' }] }, now))
    if (at % 7 === 1) await grantedBy(setAsideStatement(stage.analyst, { statementId: id, reason: 'Prov' }, now))
  }
})

describe('the filters of the desk show those that the database says', () => {
  test.each([
    ['kanal', 'source'],
    ['plats', 'place'],
    ['fraga', 'question_id'],
    ['grupp', 'group_id'],
  ])('by %s', async (name, column) => {
    const value = await rarest(column)
    const expected = await identities(`${column}::text = $1`, [value])
    expect(expected.length).toBeGreaterThan(5)
    expect(await listed(`lage=allt&${name}=${value}`)).toEqual(expected)
  })

  test.each([
    ['okodat', `not ${coded} and not ${aside}`],
    ['kodat', coded],
    ['undan', aside],
    ['allt', 'true'],
  ])('by what has become of it: %s', async (state, where) => {
    const expected = await identities(where)
    expect(expected.length).toBeGreaterThan(5)
    expect(await listed(`lage=${state}`)).toEqual(expected)
  })

  test('by several at once', async () => {
    const [, missing] = questions
    const expected = await identities("place = 'alby' and question_id::text = $1 and source = 'web'", [missing])
    expect(expected.length).toBeGreaterThan(0)
    expect(await listed(`lage=allt&plats=alby&fraga=${missing}&kanal=web`)).toEqual(expected)
  })

  test('by what is like a statement, with itself, coded or not; a statement that is not there is no choice', async () => {
    const [id = ''] = await identities("exists (select 1 from participation_statements s where s.id = m.statement_id and s.text like 'Bussen%')")
    const link = /href="([^"]+likt=[^"]+)"/.exec(await pageOf(`${desk}?yttrande=${id}`))?.[1] ?? ''
    expect(link).toBe(`${desk}/lista?likt=${id}`)
    const buses = await identities("exists (select 1 from participation_statements s where s.id = m.statement_id and s.text like 'Bussen%')")
    expect(await listed(`likt=${id}`)).toEqual(buses)
    expect(await listed(`likt=${id}&lage=okodat`)).toEqual((await identities(`not ${coded} and not ${aside}`)).filter((each) => buses.includes(each)))
    const page = await pageOf(link)
    expect(page).toContain('Bara det som liknar')
    expect(await listed(`likt=${crypto.randomUUID()}`)).toEqual(await listed(''))
  })
})
