import { beforeAll, expect, test } from 'vitest'
import { codeStatement, createTheme, recomputeFigures, storeCodings } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { storeResponses } from '#participation'
import { eraseAnswer } from '../src/modules/participation/erase-answer.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
let stage: Stage
let [cookie, trains, forest] = ['', '', '']

/** So many residents answer; theirs are coded as the train, or not at all. */
async function answer(count: number, isCoded = true) {
  const stored = await storeResponses(
    Array.from({ length: count }, (_, at) => ({
      ...{ dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: now.day, source: 'web' as const, persons: 1, label: null },
      lines: [{ questionId: stage.survey.questionIds[0] ?? '', text: `Tåget till kusten ${at}` }],
    })),
  )
  const ids = stored.flatMap(({ statementIds }) => [...statementIds])
  if (isCoded) await storeCodings(ids.map((statementId) => ({ statementId, themeId: trains, stance: 'want', codedBy: stage.analyst.person, codedAt: now.at })))
  return stored
}
const freeze = () => site.post('/arbete/samsyn', { processId: stage.processId }, { cookie })
const frozen = async () => (await pool().query('select count(*)::int as number from analysis_snapshots')).rows[0].number
async function expectRefused() {
  const before = await frozen()
  const response = await freeze()
  expect(response.status).toBe(409)
  const page = (await response.text()).replaceAll('<!-- -->', '')
  expect(page).toContain('Sedan en analys frystes eller ett fynd publicerades har för få nya svar kommit i gruppen Invånare (det behövs minst 5 personer)')
  expect(page).toContain('De kom samma dag')
  expect(page).toContain('Vänta tills fler har svarat')
  expect(page).not.toContain('i gruppen Medarbetare')
  expect(await frozen()).toBe(before)
}
async function expectFrozen() {
  const before = await frozen()
  expect((await freeze()).status).toBe(302)
  expect(await frozen()).toBe(before + 1)
}

beforeAll(async () => {
  stage = await stageDialogue()
  cookie = await site.signIn('analyst@example.se')
  const theme = { definition: 'Vad', whenToUse: 'När', whenNot: 'Annars', examples: '', processId: stage.processId }
  trains = (await grantedBy(createTheme(stage.analyst, { ...theme, name: 'Tåg' }, now))).id
  forest = (await grantedBy(createTheme(stage.analyst, { ...theme, name: 'Skog' }, now))).id
})

test('of twelve and then thirteen the second is refused, in words that say which group and what to do', async () => {
  await answer(12)
  await expectFrozen()
  await answer(1)
  await expectRefused()
})

test('when as many as the threshold have come it is frozen', async () => {
  await answer(4)
  await expectFrozen()
})

test('what is coded otherwise of the same answers may be frozen', async () => {
  const { id } = (await pool().query('select statement_id as id from analysis_codings limit 1')).rows[0]
  await grantedBy(codeStatement(stage.analyst, { statementId: id, readings: [{ themeId: forest, stance: '' }] }, now))
  await expectFrozen()
})

test('one who came is not hidden by one who took their answer back; that somebody went is no hindrance', async () => {
  // One more than five, of whom one goes: five are left to tell from what was frozen before them.
  const [uncoded] = await answer(6, false)
  await expectFrozen()
  await eraseAnswer({ id: uncoded?.responseId ?? '' }, 'withdrawn', now.day)
  await expectFrozen()
  // Whether the one who went had written something is not known any more, so five are not surely five.
  const [changed] = await answer(6, false)
  await expectFrozen()
  await eraseAnswer({ id: changed?.responseId ?? '' }, 'changed', now.day)
  await answer(1)
  await expectRefused()
})

test('what was frozen is still counted the same, or told why not', async () => {
  expect((await recomputeFigures(now)).flatMap(({ differing }) => differing).filter(({ why }) => why === undefined)).toEqual([])
})
