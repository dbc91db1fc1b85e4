import { beforeAll, expect, test } from 'vitest'
import { codeStatement, createTheme, freezeMatrix, readThemes } from '#analysis'
import { presentMoment } from '#http/clock'
import { day } from '#kernel/day'
import { storeResponses } from '#participation'
import { listProcesses, releaseStep } from '#process'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { publishFinding } from '../src/modules/analysis/publish-finding.ts'
import { reviewFinding } from '../src/modules/analysis/review-finding.ts'
import { writeFinding } from '../src/modules/analysis/write-finding.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
let stage: Stage
let themes: Record<'trains' | 'forest' | 'buses', string>

beforeAll(async () => {
  stage = await stageDialogue()
  const stored = await storeResponses(
    Array.from({ length: 40 }, (_, at) => ({
      ...{ dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: day('2020-10-12'), source: 'web' as const, persons: 1, label: null },
      lines: [{ questionId: stage.survey.questionIds[0] ?? '', text: `Resan till kusten, svar ${at}` }],
    })),
  )
  for (const name of ['Tåg', 'Skog', 'Buss'])
    await grantedBy(createTheme(stage.analyst, { processId: stage.processId, name, definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '' }, now))
  const [trains = '', forest = '', buses = ''] = (await readThemes({ processId: stage.processId })).map(({ id }) => id)
  themes = { trains, forest, buses }
  // All speak of the train and are divided; ten of the forest; thirty of the bus, and want it.
  for (const [at, statementId] of stored.flatMap(({ statementIds }) => statementIds).entries()) {
    const readings = [{ themeId: trains, stance: at < 20 ? 'want' : 'leave' }, ...(at < 10 ? [{ themeId: forest, stance: 'keep' }] : [])]
    const ofBuses = at >= 10 ? [{ themeId: buses, stance: 'want' }] : []
    await grantedBy(codeStatement(stage.analyst, { statementId, readings: [...readings, ...ofBuses] as never }, now))
  }
})

async function publish(claim: string, themeId: string) {
  const finding = {
    ...{ processId: stage.processId, question: 'most-agreed', claim, whoDisagrees: 'Ingen', notKnown: 'Mycket' },
    figures: [themeId, `${themeId}.${stage.residents}`],
  } as unknown as Parameters<typeof writeFinding>[1]
  const { id } = await grantedBy(writeFinding(stage.analyst, finding, presentMoment()))
  await grantedBy(reviewFinding(stage.leader, { findingId: id, revision: 1, verdict: 'approved', reason: '' }, presentMoment()))
  return { id, published: await publishFinding(stage.leader, { findingId: id, revision: 1 }, presentMoment()) }
}
async function release() {
  const step = (await listProcesses(now.day))[0]?.steps.find(({ key }) => key === 'analysis')?.id ?? ''
  await grantedBy(releaseStep(stage.leader, { stepId: step }, presentMoment()))
}
const merge = (from: string, into: string) => grantedBy(mergeThemes(stage.analyst, { themeId: from, intoThemeId: into, reason: 'Samma sak' }, presentMoment()))
const seen = async () => (await (await site.get('/samsyn')).text()).replaceAll('<!-- -->', '')

test('after a merge a published finding is held against the row of its own theme, not against that of another', async () => {
  await publish('Tåget delar', themes.trains)
  await publish('Bussen förenar', themes.buses)
  await grantedBy(freezeMatrix(stage.analyst, { processId: stage.processId }, presentMoment()))
  await release()
  expect(await seen()).toContain('Bussen förenar')
  expect(await seen()).not.toContain('Siffrorna har ändrats')
  await merge(themes.trains, themes.buses)
  expect(await seen()).not.toContain('Siffrorna har ändrats')
})

test('a theme that was merged before the analysis was frozen is held against the one that had taken it over by then', async () => {
  await grantedBy(freezeMatrix(stage.analyst, { processId: stage.processId }, presentMoment()))
  await release()
  const moved = /Tåg: stödet i snitt var 50 %, nu \d+ %/
  const before = moved.exec(await seen())?.[0]
  expect(before).toBeDefined()
  // What took over the bus has a row of its own in the analysis that is public, which is not the train's.
  await merge(themes.buses, themes.forest)
  expect(moved.exec(await seen())?.[0]).toBe(before)
})
