import { beforeAll, expect, test } from 'vitest'
import { codeStatement, createTheme, freezeMatrix, storeCodings } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { listProcesses, releaseStep } from '#process'
import { publishFinding } from '../src/modules/analysis/publish-finding.ts'
import { reviewFinding } from '../src/modules/analysis/review-finding.ts'
import { withdrawCoding } from '../src/modules/analysis/withdraw-coding.ts'
import { writeFinding } from '../src/modules/analysis/write-finding.ts'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'
import { useSite } from './site.ts'

const site = useSite()
const quote = 'Tåget till kusten, svar 0'
let stage: Stage
let [trains, forest, cookie, path] = ['', '', '', '']
let statements: string[] = []

async function release() {
  const step = (await listProcesses(presentMoment().day))[0]?.steps.find(({ key }) => key === 'analysis')?.id ?? ''
  await grantedBy(releaseStep(stage.leader, { stepId: step }, presentMoment()))
}
const page = async (address: string) => (await site.get(address, { cookie })).text()

beforeAll(async () => {
  stage = await stageDialogue()
  cookie = await site.signIn('analyst@example.se')
  const now = presentMoment()
  const theme = { definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '', processId: stage.processId }
  trains = (await grantedBy(createTheme(stage.analyst, { ...theme, name: 'Tåg' }, now))).id
  forest = (await grantedBy(createTheme(stage.analyst, { ...theme, name: 'Skog' }, now))).id
  statements = await residentsAnswer(
    stage,
    Array.from({ length: 12 }, (_, at) => [{ questionId: stage.survey.questionIds[0] ?? '', text: `Tåget till kusten, svar ${at}` }]),
  )
  await storeCodings(statements.map((statementId) => ({ statementId, themeId: trains, stance: 'want', codedBy: stage.analyst.person, codedAt: now.at })))
  await grantedBy(reviewStatements(stage.analyst, { statementIds: statements.slice(0, 1), verdict: 'may-be-shown' } as never, now))
  const form = { processId: stage.processId, question: 'most-agreed', claim: 'Tåget förenar', whoDisagrees: 'Ingen', notKnown: 'Mycket', figures: [trains] }
  const { id, number } = await grantedBy(writeFinding(stage.analyst, { ...form, statementIds: statements.slice(0, 1) } as never, now))
  path = `/arbete/fynd/${number}`
  await grantedBy(reviewFinding(stage.leader, { findingId: id, revision: 1, verdict: 'approved', reason: '' }, presentMoment()))
  await grantedBy(publishFinding(stage.leader, { findingId: id, revision: 1 }, presentMoment()))
  await release()
})

test('a quote stands in a finding, in the workroom and in public, while the word of its group on the theme is shown', async () => {
  for (const address of [path, '/samsyn']) expect(await page(address), address).toContain(quote)
})

test('and does not when that word is kept back: the workroom says that it is hidden, the public page nothing', async () => {
  const { rows } = await pool().query('select id from analysis_codings where not statement_id = any($1)', [statements.slice(0, 3)])
  for (const { id } of rows) await grantedBy(withdrawCoding(stage.analyst, { codingId: id }, presentMoment()))
  const desk = await page(path)
  expect(desk).not.toContain(quote)
  expect(desk).toContain('Ett av citaten visas inte')
  await grantedBy(freezeMatrix(stage.analyst, { processId: stage.processId }, presentMoment()))
  // What is not released changes nothing in public.
  expect(await page('/samsyn')).toContain(quote)
  await release()
  expect(await page('/samsyn')).not.toContain(quote)
})

test('nor when it has been read as something else, which the workroom knows first', async () => {
  for (const statementId of statements)
    await grantedBy(codeStatement(stage.analyst, { statementId, readings: [{ themeId: statementId === statements[0] ? forest : trains, stance: 'want' }] }, presentMoment()))
  expect(await page(path)).not.toContain(quote)
})
