import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme } from '#analysis'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { useDatabase } from '#test/database'
import { allSuggestions, beginLearning, lastSuggestions, learnNow } from '../src/modules/analysis/keep-suggestions.ts'
import { readCodingDesk } from '../src/modules/analysis/read-coding-desk.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { residentsAnswer } from './residents-answer.ts'

useDatabase()
const now = presentMoment()
const words = { whenToUse: 'När det sägs.', whenNot: 'Annars.' }
const many = 1_300
let stage: Stage
let [bus, forest] = ['', '']

/** Those that nobody has decided on, in the order of the desk. */
const listOpen = async () =>
  (
    await pool().query<{ id: string; text: string }>(
      'select id, text from participation_statements s where not exists (select 1 from analysis_codings c where c.statement_id = s.id and c.withdrawn_at is null) order by id',
    )
  ).rows
const code = ({ id, text }: { id: string; text: string }) =>
  grantedBy(codeStatement(stage.analyst, { statementId: id, readings: [{ themeId: text.startsWith('Buss') ? bus : forest, stance: '', from: null, to: null }] }, now))
const learntFrom = (id: string) => lastSuggestions(stage.processId, id)?.learntFrom
const suggestionsNow = () => new Map(allSuggestions(stage.processId).map((each) => [each.statementId, each]))

async function until(holds: () => boolean) {
  for (let turn = 0; turn < 10_000; turn++) {
    if (holds()) return
    await new Promise((done) => setTimeout(done, 10))
  }
  throw new Error('It never was so.')
}

beforeAll(async () => {
  stage = await stageDialogue()
  const [questionId = ''] = stage.survey.questionIds
  const places = ['Fränsta', 'Torpshammar', 'Östavall', 'Alby', 'Ljungaverk', 'Parteboda']
  await residentsAnswer(
    stage,
    Array.from({ length: many }, (_, at) => [
      { questionId, text: at % 2 === 0 ? `Bussen till ${places[at % 6]} går för sällan, tur ${at}` : `Skogen vid ${places[at % 6]} är vacker, stig ${at}` },
    ]),
  )
  const add = async (name: string, definition: string) => (await grantedBy(createTheme(stage.analyst, { ...words, definition, name, processId: stage.processId }, now))).id
  bus = await add('Buss och resor', 'Bussar, turer och resor med kollektivtrafiken.')
  forest = await add('Skog och natur', 'Skogen, stigar och natur.')
  for (const statement of (await listOpen()).slice(0, 60)) await code(statement)
  await learnNow(stage.processId)
})

describe('what is learnt from each coding', () => {
  test('those that come next at the desk have it first, the others after, and all of them at the end what learning from all at once gives', async () => {
    const [one, two] = (await listOpen()) as [{ id: string; text: string }, { id: string; text: string }]
    const before = learntFrom(two.id) ?? 0
    expect(before).toBe(60)
    await code(one)
    await readCodingDesk(stage.analyst, stage.processId, now, { address: new URLSearchParams(), after: one.id })
    await until(() => learntFrom(two.id) === before + 1)
    const comingNext = (await listOpen()).slice(0, 101).map(({ id }) => id)
    const first = suggestionsNow()
    expect(comingNext.map((id) => first.get(id)?.learntFrom)).toEqual(comingNext.map(() => before + 1))
    expect(first.get(one.id)).toBeUndefined()
    await until(() => [...suggestionsNow().values()].every((each) => each.learntFrom === before + 1))
    const whole = suggestionsNow()
    expect([...whole.keys()].toSorted()).toEqual((await listOpen()).map(({ id }) => id))
    expect(comingNext.map((id) => whole.get(id))).toEqual(comingNext.map((id) => first.get(id)))
  })

  test('each coding of a row of them is learnt from though the one before it has not reached all', async () => {
    const open = await listOpen()
    const last = open[20]?.id ?? ''
    const before = learntFrom(last) ?? 0
    for (const [at, statement] of open.slice(0, 8).entries()) {
      await code(statement)
      beginLearning(stage.processId, async () => [last])
      await until(() => learntFrom(last) === before + at + 1)
    }
    // None of them waits for ever.
    await until(() => [...suggestionsNow().values()].every((each) => each.learntFrom === before + 8))
    expect([...suggestionsNow().keys()].toSorted()).toEqual((await listOpen()).map(({ id }) => id))
  })

  test('what is coded while it learns is learnt from next, without anybody asking again', async () => {
    const [one, two, other] = (await listOpen()) as [{ id: string; text: string }, { id: string; text: string }, { id: string; text: string }]
    const before = learntFrom(other.id) ?? 0
    await code(one)
    beginLearning(stage.processId, async () => {
      // It is being learnt from now.
      await code(two)
      beginLearning(stage.processId, async () => [other.id])
      return [other.id]
    })
    await until(() => learntFrom(other.id) === before + 2)
    expect([one, two].map(({ id }) => lastSuggestions(stage.processId, id))).toEqual([undefined, undefined])
  })

  test('whoever gathers has all that is coded learnt from, for all, whatever was under way', async () => {
    const [one, two] = (await listOpen()) as [{ id: string; text: string }, { id: string; text: string }]
    await code(one)
    beginLearning(stage.processId)
    await code(two)
    await learnNow(stage.processId)
    const exact = suggestionsNow()
    expect(new Set([...exact.values()].map((each) => each.learntFrom))).toEqual(new Set([71 + 2]))
    expect(exact.size).toBe((await listOpen()).length)
    // Tried on all that is coded, asking again changes nothing.
    await learnNow(stage.processId)
    expect(suggestionsNow()).toEqual(exact)
  })
})
