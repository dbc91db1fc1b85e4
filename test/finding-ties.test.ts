import { beforeAll, expect, test } from 'vitest'
import { codeStatement, createTheme, readThemes } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { storeResponses } from '#participation'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { publishFinding } from '../src/modules/analysis/publish-finding.ts'
import { reviewFinding } from '../src/modules/analysis/review-finding.ts'
import { writeFinding } from '../src/modules/analysis/write-finding.ts'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
let stage: Stage
let analyst: string
let [trains, buses] = ['', '']
let ofResidents: string[] = []
let ofStaff = ''

beforeAll(async () => {
  stage = await stageDialogue()
  analyst = await site.signIn('analyst@example.se')
  const [keep = '', want = ''] = stage.survey.questionIds
  const stored = await storeResponses(
    Array.from({ length: 60 }, (_, at) => ({
      ...{ dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: day('2020-10-12'), source: 'web' as const, persons: 1, label: null },
      lines: [{ questionId: at % 2 ? keep : want, text: `Resan till kusten, svar ${at}` }],
    })),
  )
  ofResidents = stored.flatMap(({ statementIds }) => [...statementIds])
  // Of the staff, many have answered and only one speaks of the train.
  const notes = await storeResponses(
    Array.from({ length: 12 }, (_, at) => ({
      ...{ dialogueId: stage.notes.id, groupId: stage.staff, receivedOn: day('2020-10-12'), source: 'note' as const, persons: at === 0 ? 1 : 8, label: `Bord ${at}` },
      lines: [{ questionId: stage.notes.questionIds[0] ?? '', text: `Vid bordet, svar ${at}` }],
    })),
  )
  ofStaff = notes[0]?.statementIds[0] ?? ''
  for (const name of ['Tåg', 'Buss'])
    await grantedBy(createTheme(stage.analyst, { processId: stage.processId, name, definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '' }, now))
  ;[trains, buses] = (await readThemes({ processId: stage.processId })).map(({ id }) => id) as [string, string]
  for (const [at, statementId] of ofResidents.entries())
    await grantedBy(codeStatement(stage.analyst, { statementId, readings: [{ themeId: at < 55 ? trains : buses, stance: at < 30 ? 'want' : 'leave' }] }, now))
  await grantedBy(codeStatement(stage.analyst, { statementId: ofStaff, readings: [{ themeId: trains, stance: 'want' }] }, now))
  await grantedBy(reviewStatements(stage.analyst, { statementIds: [...ofResidents.slice(0, 55), ofStaff], verdict: 'may-be-shown' } as never, now))
})

const wish = (over: object = {}) =>
  ({
    ...{ processId: stage.processId, question: 'most-agreed', claim: 'Tåget förenar', whoDisagrees: 'Ingen', notKnown: 'Mycket' },
    ...{ figures: [trains, `${trains}.${stage.residents}`], ...over },
  }) as unknown as Parameters<typeof writeFinding>[1]

test('a quote of a group whose word on the theme is kept back can be neither chosen, written nor published', async () => {
  expect(await writeFinding(stage.analyst, wish({ statementIds: [ofStaff] }), now)).toMatchObject({ granted: false, refusal: { refused: 'not-shown' } })
  const { id, number } = await grantedBy(writeFinding(stage.analyst, wish(), now))
  expect(await (await site.get(`/arbete/fynd/${number}`, { cookie: analyst })).text()).not.toContain('Vid bordet')
  // As if it had been shown when it was written.
  await pool().query('insert into analysis_finding_quotes (finding_id, revision, statement_id, position) values ($1, 1, $2, 0)', [id, ofStaff])
  await grantedBy(reviewFinding(stage.leader, { findingId: id, revision: 1, verdict: 'approved', reason: '' }, now))
  expect(await publishFinding(stage.leader, { findingId: id, revision: 1 }, now)).toMatchObject({ granted: false, refusal: { refused: 'not-shown' } })
})

test('a finding that is written in other words keeps its quotes, however many others could be chosen, and its themes after a merge, on which it is published', async () => {
  // The last of the quotes that may be shown, beyond those that a page offers.
  const { statementIds } = { statementIds: ofResidents.slice(45, 47) }
  const { id, number } = await grantedBy(writeFinding(stage.analyst, wish({ statementIds }), now))
  await grantedBy(reviewFinding(stage.leader, { findingId: id, revision: 1, verdict: 'approved', reason: '' }, presentMoment()))
  await grantedBy(mergeThemes(stage.analyst, { themeId: trains, intoThemeId: buses, reason: 'Samma sak' }, presentMoment()))
  const page = await (await site.get(`/arbete/fynd/${number}`, { cookie: analyst })).text()
  const chosen = [...page.matchAll(/<input[^>]*>/g)].flatMap(([input]) => (input.includes('checked=""') ? (/value="([^"]*)"/.exec(input)?.[1] ?? []) : []))
  expect(chosen).toEqual(expect.arrayContaining([buses, `${buses}.${stage.residents}`, ...statementIds]))
  await grantedBy(publishFinding(stage.leader, { findingId: id, revision: 1 }, presentMoment()))
  const { rows } = await pool().query("select canonical from documents_frozen where kind = 'finding'")
  expect(rows[0]?.canonical).toContain(`"theme":"${buses}"`)
  expect(rows[0]?.canonical).not.toContain(`"theme":"${trains}"`)
  const form = { act: 'edit', findingId: id, revision: '1', processId: stage.processId, question: 'most-agreed', claim: 'Bussen och tåget förenar', whoDisagrees: 'Ingen' }
  const sent = { ...form, notKnown: 'Mycket', figures: [buses, `${buses}.${stage.residents}`], statementIds }
  expect((await site.post(`/arbete/fynd/${number}`, sent, { cookie: analyst })).status).toBe(302)
  const kept = await pool().query('select statement_id from analysis_finding_quotes where finding_id = $1 and revision = 2 order by position', [id])
  expect(kept.rows.map(({ statement_id: kept }) => kept)).toEqual(statementIds)
})
