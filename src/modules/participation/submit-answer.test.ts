import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { closeDialogue } from './close-dialogue.ts'
import { findReceipt, isMistyped } from './find-receipt.ts'
import { grantedBy, type Stage, stageDialogue } from './stage-dialogue.ts'
import { type AnswerInput, submitAnswer } from './submit-answer.ts'

useDatabase()
const now = noonOf(day('2020-10-12'))
const newKey = () => randomBytes(18).toString('base64url')
let stage: Stage
const [keep, want] = ['fraga-1', 'fraga-2']
let keepId: string
beforeAll(async () => {
  stage = await stageDialogue()
  ;[keepId = ''] = stage.survey.questionIds
})

type Lines = Readonly<Record<string, readonly string[]>>
const given = (lines: Lines): AnswerInput['given'] => Object.fromEntries(Object.entries(lines).map(([key, texts]) => [key, { texts }]))
const answer = (lines: Lines, more: Partial<AnswerInput> = {}): AnswerInput => ({ dialogue: 'din-framtid', submissionKey: newKey(), given: given(lines), ...more })
const send = (input: AnswerInput, at = now) => submitAnswer(input, at)
async function rows(): Promise<{ responses: number; statements: number; events: number }> {
  const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)
  return { responses: await count('participation_responses'), statements: await count('participation_statements'), events: await count('trail_events') }
}

describe('an answer that is taken', () => {
  test('is split in ideas, in its own words, and answered with a receipt that finds it', async () => {
    const { code, before, same } = await grantedBy(send(answer({ [keep]: ['Skogen ', '', '- Grannarna'], [want]: ['Fler bussar till Torpshammar'] })))
    expect([before, same]).toEqual([false, true])
    const found = await findReceipt(code, now)
    expect(found?.statements.map(({ text }) => text)).toEqual(['Skogen', 'Grannarna', 'Fler bussar till Torpshammar'])
    expect(found?.receivedOn).toBe('2020-10-12')
    expect(await findReceipt(code.toLowerCase().replaceAll('-', ' '), now)).toEqual(found)
  })
  test('keeps no name, address, browser or hour, only the day, and only a keyed hash of the code', async () => {
    const { code } = await grantedBy(send(answer({ [keep]: ['Ingen vet vem jag är'] })))
    const { rows: stored } = await pool().query(
      "select r.* from participation_responses r join participation_statements s on s.response_id = r.id where s.text = 'Ingen vet vem jag är'",
    )
    const { id, dialogue_id, group_id, receipt_hash, submission_hash, seal_salt, ...rest } = stored[0]
    expect([id, dialogue_id, group_id, receipt_hash, submission_hash, seal_salt].every((each) => typeof each === 'string')).toBe(true)
    expect(JSON.stringify(stored)).not.toContain(code.slice(0, 9))
    expect([rest.answers, rest.version]).toEqual([{}, 1])
    expect(
      Object.entries(rest).filter(([name, value]) => value !== null && !['answers', 'version'].includes(name) && !['received_on', 'source', 'persons'].includes(name)),
    ).toEqual([])
  })
  test('leaves no trail event: its own row is the record', async () => {
    const { events } = await rows()
    await grantedBy(send(answer({ [want]: ['Ett bad'] })))
    expect((await rows()).events).toBe(events)
  })
})

describe('attack 53: text that is kept as it was written', () => {
  test.each([
    ['right-to-left text and its marks', '\u200fحافلات أفضل\u200e'],
    ['a right-to-left override', 'bra \u202eblorts'],
    ['emoji with joiners and skin tones', '👩🏽‍🚒 👨‍👩‍👧‍👦 🏳️‍🌈'],
    ['zero-width joiners inside words', 'می\u200cخواهم'],
    ['script, Typst and formulas, that act nowhere', '=1+1 <svg onload=alert(1)> #import "x" @sum(A1)'],
  ])('%s', async (_, text) => {
    const { code } = await grantedBy(send(answer({ [keep]: [text] })))
    expect((await findReceipt(code, now))?.statements[0]?.text).toBe(text)
  })
  test('å composed and decomposed are kept apart and grouped as one', async () => {
    await grantedBy(send(answer({ [keep]: ['Ångesjön', 'A\u030ANGESJO\u0308N'] })))
    const { rows: stored } = await pool().query("select text, grouping from participation_statements where grouping = 'ångesjön'")
    expect(new Set(stored.map(({ text }) => text)).size).toBe(2)
  })
  test('a word of 2,000 letters is stored whole', async () => {
    const { code } = await grantedBy(send(answer({ [keep]: ['å'.repeat(2000)] })))
    expect((await findReceipt(code, now))?.statements[0]?.text).toHaveLength(2000)
  })
})

describe('attack 4 and 16: a refused answer leaves no row behind', () => {
  const refusals: [string, () => AnswerInput, object][] = [
    ['nothing written', () => answer({ [keep]: ['', '  '], [want]: [] }), { refused: 'incomplete' }],
    ['only invisible marks', () => answer({ [keep]: ['\u200b\u2060'] }), { refused: 'incomplete' }],
    ['no question at all', () => answer({}), { refused: 'incomplete' }],
    ['a line of 2,001 characters', () => answer({ [keep]: ['Skogen'], [want]: ['x'.repeat(2001)] }), { refused: 'unreadable' }],
    ['a megabyte of text', () => answer({ [keep]: ['x'.repeat(1024 * 1024)] }), { refused: 'unreadable' }],
    ['NUL', () => answer({ [keep]: ['bad\u0000hus'] }), { refused: 'unreadable' }],
    ['a lone surrogate', () => answer({ [keep]: ['halv \ud83d'] }), { refused: 'unreadable' }],
    ['a control character', () => answer({ [keep]: ['\u001b[2J'] }), { refused: 'unreadable' }],
    ['more lines than were asked for', () => answer({ [keep]: ['1', '2', '3', '4'] }), { refused: 'unreadable' }],
    ['a thousand lines in one field', () => answer({ [keep]: [Array.from({ length: 1000 }, String).join('\n')] }), { refused: 'unreadable' }],
    ['a question that doesn’t exist', () => answer({ [keep]: ['Skogen'], '3f1c0a2e-0000-4000-8000-000000000000': ['x'] }), { refused: 'not-found' }],
    ['a question of another dialogue', () => answer({ [stage.notes.questionIds[0] ?? '']: ['x'] }), { refused: 'not-found' }],
    ['a field that is no question', () => answer({ [keep]: ['Skogen'], 'name; drop table': ['x'] }), { refused: 'not-found' }],
    ['a dialogue that doesn’t exist', () => answer({ [keep]: ['Skogen'] }, { dialogue: 'finns-inte' }), { refused: 'not-found' }],
    ['a dialogue for notes', () => answer({}, { dialogue: 'gruppsamtal' }), { refused: 'not-found' }],
    ['SQL in the address', () => answer({ [keep]: ['Skogen'] }, { dialogue: "din-framtid' or '1'='1" }), { refused: 'not-found' }],
    ...['', ' ', 'null', 'kort', 'a'.repeat(65), 'åäöåäöåäöåäöåäöåäöåäöåäö', '                      '].map((submissionKey): [string, () => AnswerInput, object] => [
      `attack 17: the form's key "${submissionKey.slice(0, 8)}"`,
      () => answer({ [keep]: ['Skogen'] }, { submissionKey }),
      { refused: 'no-key' },
    ]),
  ]
  test.each(refusals)('%s', async (_, input, refusal) => {
    const before = await rows()
    expect(await send(input())).toMatchObject({ granted: false, refusal })
    expect(await rows()).toEqual(before)
  })
  test('and is told question by question', async () => {
    expect(await send(answer({ [keep]: ['Skogen', 'x'.repeat(2001)], [want]: ['bad\u0000hus'] }))).toMatchObject({
      refusal: {
        problems: [
          { key: keep, problem: 'too-long' },
          { key: want, problem: 'unacceptable-characters' },
        ],
      },
    })
  })
})

describe('attack 14 and 15: the same form sent again', () => {
  test('gives the same receipt and stores nothing', async () => {
    const input = answer({ [keep]: ['Skogen'], [want]: ['Bussar', 'Tåg'] })
    const first = await grantedBy(send(input))
    const before = await rows()
    const second = await grantedBy(send(input))
    expect(second).toEqual({ ...first, before: true })
    expect(await rows()).toEqual(before)
  })
  test('with other words gives the receipt of the first, and the first words stand', async () => {
    const input = answer({ [keep]: ['Skogen'] })
    const first = await grantedBy(send(input))
    const before = await rows()
    const second = await grantedBy(send({ ...input, given: given({ [keep]: ['Något helt annat'] }) }))
    expect(second).toEqual({ code: first.code, before: true, same: false, stored: [{ questionId: keepId, text: 'Skogen' }], values: {} })
    expect(await rows()).toEqual(before)
  })
  test('with nothing or with what can’t be stored, too', async () => {
    const input = answer({ [keep]: ['Skogen'] })
    const { code } = await grantedBy(send(input))
    expect(await grantedBy(send({ ...input, given: given({}) }))).toMatchObject({ code, before: true, same: false })
    expect(await grantedBy(send({ ...input, given: given({ [keep]: ['\u0000'] }) }))).toMatchObject({ code, before: true })
  })
  test('twenty times at the same instant is stored once, and all twenty get the same receipt', async () => {
    const input = answer({ [keep]: ['Dubbelklick'] })
    const before = await rows()
    const codes = (await Promise.all(Array.from({ length: 20 }, () => grantedBy(send(input))))).map(({ code }) => code)
    expect(new Set(codes).size).toBe(1)
    expect(await rows()).toEqual({ ...before, responses: before.responses + 1, statements: before.statements + 1 })
  })
  test('after the survey has closed still gives the receipt: what was sent is sent', async () => {
    const input = answer({ [keep]: ['I sista stund'] })
    const { code } = await grantedBy(send(input, momentOf(new Date('2020-11-29T22:59:59Z'))))
    expect(await grantedBy(send(input, momentOf(new Date('2020-12-24T12:00:00Z'))))).toMatchObject({ code, before: true })
  })
})

describe('attack 17: two people never share an answer', () => {
  test('two forms with the same words are two answers with two receipts', async () => {
    const lines = { [keep]: ['Precis samma sak'] }
    const [one, other] = [await grantedBy(send(answer(lines))), await grantedBy(send(answer(lines)))]
    expect(one.code).not.toBe(other.code)
    expect((await findReceipt(one.code, now))?.responseId).not.toBe((await findReceipt(other.code, now))?.responseId)
  })
  test('the same key in another dialogue is another answer: a key is bound to its form', async () => {
    const key = newKey()
    const { code } = await grantedBy(send(answer({ [keep]: ['Skogen'] }, { submissionKey: key })))
    await expect(send(answer({}, { submissionKey: key, dialogue: 'gruppsamtal' }))).resolves.toMatchObject({ granted: false })
    expect((await findReceipt(code, now))?.dialogue).toBe('Din framtid här')
  })
  test('the database itself refuses an answer from the web without a form of its own', async () => {
    await expect(
      pool().query("insert into participation_responses (dialogue_id, group_id, received_on, source, seal_salt) values ($1, $2, '2020-10-12', 'web', 'x')", [
        stage.survey.id,
        stage.residents,
      ]),
    ).rejects.toThrow('participation_responses_web')
  })
})

describe('a code that finds nothing', () => {
  test('unknown and mistyped codes answer the same', async () => {
    expect(await findReceipt('0000-0000-0000-0000-0', now)).toBeUndefined()
    expect(await findReceipt('0000-0000-0000-0000-1', now)).toBeUndefined()
    expect(await findReceipt("' or 1=1 --", now)).toBeUndefined()
    expect(await findReceipt('0'.repeat(100_000), now)).toBeUndefined()
  })
  test('but a slip of the pen can be told without asking anybody', () => {
    expect(isMistyped('0000-0000-0000-0000-1')).toBe(true)
    expect(isMistyped('oooo oooo oooo oooo o')).toBe(false)
  })
})

describe('attack 19: a survey is open in Sweden to the end of its last day', () => {
  test('at the last second it takes answers, at midnight it tells when it was open', async () => {
    expect(await send(answer({ [keep]: ['Sist'] }), momentOf(new Date('2020-11-29T22:59:59Z')))).toMatchObject({ granted: true })
    const before = await rows()
    expect(await send(answer({ [keep]: ['För sent'] }), momentOf(new Date('2020-11-29T23:00:00Z')))).toEqual({
      granted: false,
      refusal: { refused: 'closed', opensOn: '2020-10-05', closesOn: '2020-11-29', because: null },
    })
    expect(await send(answer({ [keep]: ['För tidigt'] }), noonOf(day('2020-10-04')))).toMatchObject({ refusal: { refused: 'closed' } })
    expect(await rows()).toEqual(before)
  })
  test('closed early it takes none, and tells why', async () => {
    await grantedBy(closeDialogue(stage.leader, { dialogueId: stage.survey.id, reason: 'Frågorna var fel' }, now))
    expect(await send(answer({ [keep]: ['För sent'] }))).toMatchObject({ refusal: { refused: 'closed', because: 'Frågorna var fel' } })
  })
})
