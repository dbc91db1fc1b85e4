import pg from 'pg'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { listDialogues, readDialogue } from './read-dialogues.ts'
import { readGroups } from './read-groups.ts'
import { readParts } from './read-parts.ts'
import { readReviewQueue } from './read-review-queue.ts'
import { readShownQuotes } from './read-shown-quotes.ts'
import { readRawStatements, readStatementsByIds } from './read-statements.ts'
import { readSurvey, readSurveyById } from './read-survey.ts'
import { readUnits } from './read-units.ts'
import { readVoices } from './read-voices.ts'
import { type Stage, stageDialogue } from './stage-dialogue.ts'
import { storeResponses } from './store-responses.ts'
import { storeReviews } from './store-reviews.ts'

useDatabase()
const on = noonOf(day('2020-10-12'))
let stage: Stage
let ids: string[] = []
beforeAll(async () => {
  stage = await stageDialogue()
})

async function speak(count: number) {
  const [keep = '', want = ''] = stage.survey.questionIds
  const stored = await storeResponses(
    Array.from({ length: count }, (_, index) => ({
      dialogueId: stage.survey.id,
      groupId: stage.residents,
      receivedOn: on.day,
      source: 'web' as const,
      persons: 1,
      label: null,
      lines: [
        { questionId: keep, text: `Tanke ${index % 700}` },
        { questionId: want, text: `Önskan ${index}` },
      ],
    })),
  )
  ids = [...ids, ...stored.flatMap(({ statementIds }) => statementIds)]
  const reviewedAt = on.at
  await storeReviews(
    stored.map(({ statementIds }) => ({
      statementId: statementIds[0] ?? '',
      verdict: 'may-be-shown',
      maskedText: null,
      cause: null,
      reason: null,
      reviewedBy: stage.analyst.person,
      reviewedAt,
    })),
  )
}

/** How many statements the database is sent while the reading runs. */
async function statementsOf(reading: () => Promise<unknown>): Promise<number> {
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  await reading()
  const count = sent.mock.calls.length
  sent.mockRestore()
  return count
}

const readings: [string, number, () => Promise<unknown>][] = [
  ['listDialogues', 5, () => listDialogues(on)],
  ['readDialogue', 5, () => readDialogue('din-framtid', on)],
  ['readSurvey', 3, () => readSurvey('din-framtid', on)],
  ['readSurveyById', 3, () => readSurveyById(stage.survey.id, on)],
  ['readGroups', 2, () => readGroups(stage.processId)],
  ['readUnits', 1, () => readUnits(stage.processId)],
  ['readVoices', 1, () => readVoices(stage.processId)],
  ['readParts', 3, () => readParts(stage.processId, on)],
  ['readStatementsByIds', 1, () => readStatementsByIds(ids)],
  ['readShownQuotes', 1, () => readShownQuotes(ids, 12)],
  ['readRawStatements', 2, () => readRawStatements(stage.analyst, ids.slice(0, 1), on)],
  ['readReviewQueue', 6, () => readReviewQueue(stage.analyst, { page: 1, state: 'waiting' }, on)],
]

describe('a reading asks the database as often at 1 answer as at 5,000', () => {
  test.each(readings)('%s: %i', async (_, count, reading) => {
    if (ids.length === 0) await speak(1)
    expect(await statementsOf(reading)).toBe(count)
  })
  test('and at 5,000', async () => {
    await speak(4999)
    expect(ids).toHaveLength(10_000)
    for (const [name, count, reading] of readings) expect([name, await statementsOf(reading)]).toEqual([name, count])
  })
})

describe('at 10,000 statements', () => {
  test('the units are whole: every statement once, with its answer, group, persons, stance and axis', async () => {
    const units = await readUnits(stage.processId)
    expect(new Set(units.map(({ statementId }) => statementId)).size).toBe(10_000)
    expect(new Set(units.map(({ responseId }) => responseId)).size).toBe(5000)
    expect(units[0]).toEqual({
      statementId: expect.any(String),
      responseId: expect.any(String),
      groupId: stage.residents,
      persons: 1,
      stance: expect.stringMatching(/keep|want/),
      axis: 'place',
    })
    expect(await readUnits('3f1c0a2e-0000-4000-8000-000000000000')).toEqual([])
  })
  test('groups and dialogues count answers and persons', async () => {
    expect(await readGroups(stage.processId)).toMatchObject([
      { key: 'invanare', responses: 5000, persons: 5000 },
      { key: 'medarbetare', responses: 0, persons: 0 },
    ])
    expect(await readDialogue('din-framtid', on)).toMatchObject({ state: 'open', responses: 5000, statements: [{ axis: 'place', unit: 'persons', count: 10_000 }] })
    expect(await readDialogue("din-framtid'--", on)).toBeUndefined()
  })
})
