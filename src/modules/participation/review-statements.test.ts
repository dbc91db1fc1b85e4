import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { readReviewQueue } from './read-review-queue.ts'
import { readShownQuotes } from './read-shown-quotes.ts'
import { readRawStatements } from './read-statements.ts'
import { reviewStatements } from './review-statements.ts'
import { grantedBy, type Stage, stageDialogue } from './stage-dialogue.ts'
import { storeResponses } from './store-responses.ts'
import { storeReviews } from './store-reviews.ts'

useDatabase()
const now = noonOf(day('2020-12-01'))
const later = noonOf(day('2020-12-10'))
let stage: Stage
let ids: Record<string, string>
const texts = {
  forest: 'Skogen och älven',
  forestAgain: 'SKOGEN OCH  ÄLVEN',
  phone: 'Ring mig på 070-174 06 05 om bussarna',
  name: 'Läraren Anna på skolan är elak',
  bus: 'Fler bussar',
  few: 'Vi är bara tre',
}
beforeAll(async () => {
  stage = await stageDialogue()
  const [questionId = ''] = stage.survey.questionIds
  const common = { dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: day('2020-10-12'), source: 'web' as const, persons: 1, label: null }
  const stored = await storeResponses([
    ...Object.values(texts)
      .slice(0, 5)
      .map((text) => ({ ...common, lines: [{ questionId, text }] })),
    {
      dialogueId: stage.notes.id,
      groupId: stage.staff,
      receivedOn: day('2020-10-12'),
      source: 'note',
      persons: 3,
      label: 'Bord 1',
      lines: [{ questionId: stage.notes.questionIds[0] ?? '', text: texts.few }],
    },
  ])
  ids = Object.fromEntries(Object.keys(texts).map((key, index) => [key, stored[index]?.statementIds[0] ?? '']))
})
const id = (key: keyof typeof texts) => ids[key] ?? ''
const shown = async (...keys: (keyof typeof texts)[]) => (await readShownQuotes(keys.map(id), 10)).map(({ text }) => text)

describe('nothing is shown before a person has said that it may be', () => {
  test('an answer that nobody has read is not quoted', async () => {
    expect(await shown('forest', 'phone', 'bus')).toEqual([])
  })
  test('the queue shows each text with what looks like personal data masked, and which say the same', async () => {
    const queue = await readReviewQueue(stage.analyst, { page: 1, state: 'waiting' }, now)
    expect(queue.counts).toEqual({ all: 6, waiting: 6, 'may-be-shown': 0, masked: 0, withheld: 0 })
    expect(queue.statements.find((row) => row.id === id('phone'))).toMatchObject({ flags: ['phone'], suggestion: 'Ring mig på [telefon] om bussarna', same: 1 })
    expect(queue.statements.find((row) => row.id === id('forest'))).toMatchObject({ flags: [], suggestion: texts.forest, same: 2 })
  })
})

describe('what a person says of a text', () => {
  test('several at once may be shown, and a telephone number is masked where nobody says otherwise', async () => {
    await grantedBy(reviewStatements(stage.analyst, { statementIds: [id('forest'), id('phone')], verdict: 'may-be-shown' }, now))
    expect(await shown('phone', 'forest', 'bus')).toEqual(['Ring mig på [telefon] om bussarna', texts.forest])
  })
  test('one is shown as the reviewer writes it: names have no form, and are for a person to see', async () => {
    await grantedBy(
      reviewStatements(stage.leader, { statementIds: [id('name')], verdict: 'may-be-shown', maskedTexts: { [id('name')]: 'En lärare är elak' }, cause: 'personal-data' }, now),
    )
    expect(await readShownQuotes([id('name')], 1)).toEqual([
      { statementId: id('name'), text: 'En lärare är elak', language: undefined, translation: undefined, group: 'Invånare', masked: true },
    ])
  })
  test('what is withheld has a reason, and the last word holds', async () => {
    expect(await reviewStatements(stage.leader, { statementIds: [id('name')], verdict: 'withheld' }, later)).toMatchObject({
      refusal: { refused: 'invalid', problems: [{ field: 'cause', problem: 'no-cause' }] },
    })
    await grantedBy(reviewStatements(stage.leader, { statementIds: [id('name')], verdict: 'withheld', reason: 'Visar vem någon är' }, later))
    expect(await shown('name')).toEqual([])
    await grantedBy(
      reviewStatements(
        stage.leader,
        { statementIds: [id('name')], verdict: 'may-be-shown', maskedText: 'Någon är elak', cause: 'insult', reason: 'Ordet pekar' },
        noonOf(day('2020-12-11')),
      ),
    )
    expect(await shown('name')).toEqual(['Någon är elak'])
  })
  test('is in the trail by its id and reason, without the text', async () => {
    const { rows } = await pool().query('select act, why from trail_events where subject_id = $1 order by id', [id('name')])
    expect(rows).toEqual([
      { act: 'statement-cleared', why: 'Orden kunde visa vem någon är' },
      { act: 'statement-withheld', why: 'Visar vem någon är' },
      { act: 'statement-cleared', why: 'Orden kränker någon: Ordet pekar' },
    ])
    expect(JSON.stringify((await pool().query('select * from trail_events')).rows)).not.toContain('elak')
  })
  test('stands: the database refuses to change or delete it', async () => {
    await expect(pool().query("update participation_reviews set verdict = 'may-be-shown'")).rejects.toThrow('append-only')
    await expect(pool().query('delete from participation_reviews')).rejects.toThrow('erased only together with a row that says why')
  })
})

describe('what may be quoted', () => {
  test('a text that was cleared after a release waits for the next one; one that is withheld since is gone from all', async () => {
    await grantedBy(reviewStatements(stage.leader, { statementIds: [id('bus')], verdict: 'may-be-shown' }, later))
    expect((await readShownQuotes([id('bus'), id('forest')], 10, { until: now.at })).map(({ text }) => text)).toEqual([texts.forest])
    expect((await readShownQuotes([id('bus'), id('forest')], 10, { until: later.at })).map(({ text }) => text)).toEqual([texts.bus, texts.forest])
    await grantedBy(reviewStatements(stage.leader, { statementIds: [id('forest')], verdict: 'withheld', reason: 'Ångrade oss' }, noonOf(day('2020-12-20'))))
    expect(await readShownQuotes([id('forest')], 10, { until: later.at })).toEqual([])
  })
  test('a group with fewer persons than its threshold is not quoted', async () => {
    await grantedBy(reviewStatements(stage.leader, { statementIds: [id('few')], verdict: 'may-be-shown' }, now))
    expect(await shown('few')).toEqual([])
  })
  test('quotes come in the order they were asked for, no more than asked for, each once', async () => {
    expect((await readShownQuotes([id('name'), id('bus'), id('name')], 5)).map(({ statementId }) => statementId)).toEqual([id('name'), id('bus')])
    expect(await readShownQuotes([id('name'), id('bus')], 1)).toHaveLength(1)
    expect(await readShownQuotes([], 5)).toEqual([])
  })
})

describe('who may, and what is refused', () => {
  test('the auditor and the secretary mark nothing', async () => {
    for (const actor of [stage.auditor, stage.secretary])
      expect(await reviewStatements(actor, { statementIds: [id('bus')], verdict: 'may-be-shown' }, now)).toEqual({ granted: false, refusal: { refused: 'forbidden' } })
  })
  test('attack 4 and 40: a foreign id, none, or an empty mask leaves no row behind', async () => {
    const count = async () => Number((await pool().query('select count(*) from participation_reviews')).rows[0].count)
    const before = await count()
    const foreign = '3f1c0a2e-0000-4000-8000-000000000000'
    expect(await reviewStatements(stage.leader, { statementIds: [id('bus'), foreign], verdict: 'may-be-shown' }, now)).toMatchObject({ refusal: { refused: 'not-found' } })
    expect(await reviewStatements(stage.leader, { statementIds: [], verdict: 'may-be-shown' }, now)).toMatchObject({ refusal: { refused: 'invalid' } })
    expect(await reviewStatements(stage.leader, { statementIds: ["' or 1=1"], verdict: 'may-be-shown' }, now)).toMatchObject({ refusal: { refused: 'invalid' } })
    expect(await reviewStatements(stage.leader, { statementIds: [id('bus')], verdict: 'may-be-shown', maskedTexts: { [id('bus')]: ' ' } }, now)).toMatchObject({
      refusal: { refused: 'invalid' },
    })
    expect(await reviewStatements(stage.leader, { statementIds: [id('bus'), id('few')], verdict: 'may-be-shown', maskedText: 'x' }, now)).toMatchObject({
      refusal: { refused: 'one-at-a-time' },
    })
    expect(await count()).toBe(before)
  })
})

test('the queue is filtered by dialogue, group and verdict, and a page beyond the last is the last', async () => {
  expect(await readReviewQueue(stage.analyst, { page: 99, state: 'may-be-shown', dialogue: 'gruppsamtal' }, now)).toMatchObject({
    page: 1,
    pages: 1,
    statements: [{ text: texts.few }],
  })
  expect((await readReviewQueue(stage.analyst, { page: 1, state: 'withheld', group: 'invanare' }, now)).statements.map(({ text }) => text)).toEqual([texts.forest])
  expect((await readReviewQueue(stage.analyst, { page: 1, state: 'waiting' }, now)).statements.map(({ text }) => text)).toEqual([texts.forestAgain])
})

test('statements are read by their ids, in the order asked for, and what doesn’t exist is left out', async () => {
  const [first, second] = await readRawStatements(stage.auditor, [id('bus'), '3f1c0a2e-0000-4000-8000-000000000000', id('few')], now)
  expect(first).toMatchObject({ text: texts.bus, group: 'Invånare', question: 'Vad är bra och ska finnas kvar?', stance: 'keep', axis: 'place', processId: stage.processId })
  expect(second).toMatchObject({ text: texts.few, group: 'Medarbetare' })
})

test('many reviews are stored at once for stories told afterwards', async () => {
  await storeReviews([
    { statementId: id('forestAgain'), verdict: 'may-be-shown', maskedText: null, cause: null, reason: null, reviewedBy: stage.analyst.person, reviewedAt: now.at },
  ])
  expect(await shown('forestAgain')).toEqual([texts.forestAgain])
})
