import { randomBytes } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { closeDialogue } from './close-dialogue.ts'
import { createDialogue } from './create-dialogue.ts'
import { enterNote } from './enter-note.ts'
import { openDialogue } from './open-dialogue.ts'
import { readDialogue } from './read-dialogues.ts'
import { readGroups } from './read-groups.ts'
import { readUnits } from './read-units.ts'
import { grantedBy, type Stage, stageDialogue } from './stage-dialogue.ts'

useDatabase()
const now = noonOf(day('2020-10-12'))
let stage: Stage
beforeAll(async () => {
  stage = await stageDialogue()
})
const note = (text: string, more: object = {}) => ({
  dialogueId: stage.notes.id,
  label: 'Bord 3',
  persons: '14',
  lines: [{ questionId: stage.notes.questionIds[0] ?? '', text }],
  ...more,
})
const rows = async () =>
  (
    await pool().query(
      'select (select count(*) from participation_responses)::int r, (select count(*) from participation_statements)::int s, (select count(*) from trail_events)::int e',
    )
  ).rows[0]

test('a note is one response with everybody behind it, one idea a line, and who entered it', async () => {
  const { responseId } = await grantedBy(enterNote(stage.analyst, note('- Nära till skogen\n\n- Alla känner alla'), now))
  const { rows: stored } = await pool().query('select source, persons, label, entered_by, received_on::text from participation_responses where id = $1', [responseId])
  expect(stored).toEqual([{ source: 'note', persons: 14, label: 'Bord 3', entered_by: stage.analyst.person, received_on: '2020-10-12' }])
  const units = (await readUnits(stage.processId)).filter((unit) => unit.responseId === responseId)
  expect(units).toHaveLength(2)
  expect(units[0]).toMatchObject({ groupId: stage.staff, persons: 14, axis: 'place', stance: null })
})

test('notes and the persons behind them are counted apart, and the workplace apart from the place', async () => {
  const [, workplace = ''] = stage.notes.questionIds
  await grantedBy(enterNote(stage.leader, note('Tid att göra klart', { persons: 8, lines: [{ questionId: workplace, text: 'Tid att göra klart' }] }), now))
  expect((await readGroups(stage.processId)).find(({ key }) => key === 'medarbetare')).toMatchObject({ responses: 2, persons: 22, size: 1000 })
  expect((await readDialogue('gruppsamtal', now))?.statements).toEqual(
    expect.arrayContaining([
      { axis: 'place', unit: 'notes', count: 2 },
      { axis: 'workplace', unit: 'notes', count: 1 },
    ]),
  )
})

test('the same form sent twice is entered once', async () => {
  const submissionKey = randomBytes(18).toString('base64url')
  const [first, second] = await Promise.all([1, 2].map(() => grantedBy(enterNote(stage.leader, note('Dubbelt', { submissionKey }), now))))
  expect(second).toEqual(first)
  expect((await pool().query("select 1 from participation_statements where text = 'Dubbelt'")).rows).toHaveLength(1)
})

test('attack 4: a refused note leaves nothing behind', async () => {
  const foreign = '3f1c0a2e-0000-4000-8000-000000000000'
  const before = await rows()
  for (const [input, refused] of [
    [note(' \n\u200b'), 'incomplete'],
    [note('bad\u0000hus'), 'unreadable'],
    [note('x'.repeat(2001)), 'unreadable'],
    [note(Array.from({ length: 61 }, String).join('\n')), 'unreadable'],
    [note('Skogen', { label: '' }), 'invalid'],
    [note('Skogen', { persons: '0' }), 'invalid'],
    [note('Skogen', { persons: 'många' }), 'invalid'],
    [note('Skogen', { persons: '2.5' }), 'invalid'],
    [note('Skogen', { dialogueId: foreign }), 'not-found'],
    [note('Skogen', { dialogueId: stage.survey.id }), 'not-found'],
    [note('Skogen', { lines: [{ questionId: stage.survey.questionIds[0], text: 'Skogen' }] }), 'not-found'],
  ] as const)
    expect(await enterNote(stage.leader, input, now)).toMatchObject({ refusal: { refused } })
  for (const actor of [stage.auditor, stage.secretary]) expect(await enterNote(actor, note('Skogen'), now)).toMatchObject({ refusal: { refused: 'forbidden' } })
  expect(await rows()).toEqual(before)
})

test('sheets that come late are entered, until somebody closes the dialogue', async () => {
  await grantedBy(enterNote(stage.leader, note('Kom med posten'), noonOf(day('2020-12-15'))))
  expect(await enterNote(stage.leader, note('För tidigt'), noonOf(day('2020-10-01')))).toMatchObject({ refusal: { refused: 'not-open' } })
  await grantedBy(closeDialogue(stage.leader, { dialogueId: stage.notes.id, reason: 'Allt är inskrivet' }, now))
  expect(await enterNote(stage.leader, note('För sent'), now)).toMatchObject({ refusal: { refused: 'not-open' } })
})

test('a group that is counted in persons is entered one person at a time', async () => {
  const { id, questionIds } = await grantedBy(
    createDialogue(
      stage.leader,
      {
        processId: stage.processId,
        stepId: stage.stepId,
        groupId: stage.residents,
        kind: 'notes',
        slug: 'personer',
        title: 'Samtal',
        information: 'x',
        legalBasis: 'x',
        promise: 'x',
        contact: 'x',
        opensOn: '2020-10-01',
        closesOn: '2020-10-30',
        questions: [{ wording: 'Vad är bra?', stance: 'keep' }],
      },
      now,
    ),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId: id }, now))
  const input = { dialogueId: id, label: 'Samtal 1', lines: [{ questionId: questionIds[0] ?? '', text: 'Skogen' }] }
  expect(await enterNote(stage.leader, { ...input, persons: 2 }, now)).toMatchObject({ refusal: { refused: 'one-person-each' } })
  await grantedBy(enterNote(stage.leader, { ...input, persons: 1 }, now))
})
