import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { closeDialogue } from './close-dialogue.ts'
import { createDialogue } from './create-dialogue.ts'
import { createGroup } from './create-group.ts'
import { openDialogue } from './open-dialogue.ts'
import { raiseThreshold } from './raise-threshold.ts'
import { listDialogues, readDialogue } from './read-dialogues.ts'
import { readDraft } from './read-draft.ts'
import { readGroups } from './read-groups.ts'
import { reviseDialogue } from './revise-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from './stage-dialogue.ts'

useDatabase()
const now = noonOf(day('2020-10-12'))
let stage: Stage
beforeAll(async () => {
  stage = await stageDialogue()
})

const question = { wording: 'Vad är bra?', stance: 'keep' as const }
const draft = (slug: string, more: object = {}) => ({
  processId: stage.processId,
  stepId: stage.stepId,
  groupId: stage.residents,
  slug,
  title: 'En ny enkät',
  kind: 'survey' as const,
  opensOn: '2020-10-12',
  closesOn: '2020-10-30',
  questions: [question],
  ...more,
})
const whole = { legalBasis: 'Lag', information: 'Vad och varför', promise: 'Svaren läses', contact: 'Växeln' }
const events = async () => Number((await pool().query('select count(*) from trail_events')).rows[0].count)

describe('a draft', () => {
  test('may lack what the gate asks for, and is refused with all that is missing', async () => {
    const { id } = await grantedBy(createDialogue(stage.leader, draft('halvfardig', { questions: [] }), now))
    expect(await openDialogue(stage.leader, { dialogueId: id }, now)).toEqual({
      granted: false,
      refusal: { refused: 'not-ready', missing: ['questions', 'information', 'legal-basis', 'promise', 'contact'] },
    })
    expect((await readDialogue('halvfardig', now))?.state).toBe('draft')
  })
  test('is written anew until it is opened, and then opens', async () => {
    const { slug } = await grantedBy(createDialogue(stage.leader, draft('ska-skrivas-om'), now))
    const first = await readDraft(slug, now)
    await grantedBy(reviseDialogue(stage.leader, { ...draft('omskriven', whole), dialogueId: first?.dialogue.id ?? '', basis: first?.basis ?? '' }, now))
    expect(await readDraft(slug, now)).toBeUndefined()
    const second = await readDraft('omskriven', now)
    expect(second?.dialogue).toMatchObject({ title: 'En ny enkät', ...whole, questions: [{ wording: 'Vad är bra?', maxLines: 3, axis: 'place' }] })
    await grantedBy(openDialogue(stage.leader, { dialogueId: second?.dialogue.id ?? '' }, now))
    expect(await openDialogue(stage.leader, { dialogueId: second?.dialogue.id ?? '' }, now)).toMatchObject({ refusal: { refused: 'already-open' } })
    expect(await reviseDialogue(stage.leader, { ...draft('omskriven', whole), dialogueId: second?.dialogue.id ?? '', basis: second?.basis ?? '' }, now)).toMatchObject({
      refusal: { refused: 'already-open' },
    })
  })
  test('that somebody else has changed in between is refused with both texts', async () => {
    const { slug } = await grantedBy(createDialogue(stage.leader, draft('tva-skriver'), now))
    const read = await readDraft(slug, now)
    const revise = (title: string) => reviseDialogue(stage.leader, { ...draft(slug, { title }), dialogueId: read?.dialogue.id ?? '', basis: read?.basis ?? '' }, now)
    await grantedBy(revise('Annas rubrik'))
    const before = await events()
    expect(await revise('Bos rubrik')).toEqual({ granted: false, refusal: { refused: 'stale', now: 'Annas rubrik', yours: 'Bos rubrik' } })
    expect((await readDialogue(slug, now))?.title).toBe('Annas rubrik')
    expect(await events()).toBe(before)
  })
  test('has an address of its own, also when another draft is revised to it', async () => {
    expect(await createDialogue(stage.leader, draft('din-framtid'), now)).toMatchObject({ refusal: { refused: 'taken' } })
    const { id, slug } = await grantedBy(createDialogue(stage.leader, draft('fri-adress'), now))
    const read = await readDraft(slug, now)
    expect(await reviseDialogue(stage.leader, { ...draft('din-framtid'), dialogueId: id, basis: read?.basis ?? '' }, now)).toMatchObject({ refusal: { refused: 'taken' } })
  })
  test('is refused field by field when it doesn’t hold together', async () => {
    const result = await createDialogue(stage.leader, draft('Stora Bokstäver', { title: '', closesOn: '2020-10-01', questions: [{ ...question, wording: 'x'.repeat(301) }] }), now)
    expect(result).toMatchObject({
      refusal: {
        refused: 'invalid',
        problems: expect.arrayContaining([
          { field: 'slug', problem: 'not-an-address' },
          { field: 'title', problem: 'empty' },
          { field: 'questions.0.wording', problem: 'too-long' },
        ]),
      },
    })
  })
  test('attack 40: steps, groups and dialogues that are foreign answer as if they didn’t exist', async () => {
    const foreign = '3f1c0a2e-0000-4000-8000-000000000000'
    for (const more of [{ groupId: foreign }, { stepId: foreign }, { processId: foreign }])
      expect(await createDialogue(stage.leader, draft('framling', more), now)).toMatchObject({ refusal: { refused: 'not-found' } })
    expect(await openDialogue(stage.leader, { dialogueId: foreign }, now)).toEqual({ granted: false, refusal: { refused: 'not-found' } })
    expect(await closeDialogue(stage.leader, { dialogueId: foreign, reason: 'x' }, now)).toEqual({ granted: false, refusal: { refused: 'not-found' } })
  })
})

describe('attack 18: a dialogue that is open is frozen', () => {
  test('its questions can’t be changed, deleted or added, nor its texts and dates', async () => {
    const [questionId] = stage.survey.questionIds
    for (const statement of [
      `update participation_questions set wording = 'x' where id = '${questionId}'`,
      `update participation_questions set position = 9 where id = '${questionId}'`,
      `delete from participation_questions where id = '${questionId}'`,
      `insert into participation_questions (dialogue_id, position, wording) values ('${stage.survey.id}', 7, 'x')`,
      `update participation_dialogues set closes_on = '2030-01-01' where id = '${stage.survey.id}'`,
      `update participation_openings set opened_at = now() where dialogue_id = '${stage.survey.id}'`,
      `delete from participation_openings where dialogue_id = '${stage.survey.id}'`,
    ])
      await expect(pool().query(statement)).rejects.toThrow(/frozen|append-only/)
  })
  test('a question can’t be moved out of it either', async () => {
    const { id } = await grantedBy(createDialogue(stage.leader, draft('mottagare'), now))
    await expect(pool().query('update participation_questions set dialogue_id = $1 where id = $2', [id, stage.survey.questionIds[0]])).rejects.toThrow('frozen')
  })
  test('a draft takes no answers', async () => {
    const { id } = await grantedBy(createDialogue(stage.leader, draft('inte-oppnad'), now))
    await expect(
      pool().query("insert into participation_responses (dialogue_id, group_id, received_on, source, seal_salt) values ($1, $2, '2020-10-12', 'note', 'x')", [id, stage.residents]),
    ).rejects.toThrow('before it is opened')
  })
})

describe('closing', () => {
  test('needs a reason, and is done once', async () => {
    const { id } = await grantedBy(createDialogue(stage.leader, draft('stangs', whole), now))
    expect(await closeDialogue(stage.leader, { dialogueId: id, reason: 'Ett utkast' }, now)).toMatchObject({ refusal: { refused: 'not-open' } })
    await grantedBy(openDialogue(stage.leader, { dialogueId: id }, now))
    expect(await closeDialogue(stage.leader, { dialogueId: id, reason: '  ' }, now)).toMatchObject({ refusal: { refused: 'invalid' } })
    await grantedBy(closeDialogue(stage.leader, { dialogueId: id, reason: 'Fel fråga' }, now))
    expect(await readDialogue('stangs', now)).toMatchObject({ state: 'closed', closedBecause: 'Fel fråga' })
    expect(await closeDialogue(stage.leader, { dialogueId: id, reason: 'Igen' }, now)).toMatchObject({ refusal: { refused: 'not-open' } })
  })
  test('the trail tells who opened and who closed, and why', async () => {
    const { rows } = await pool().query("select act, role, why from trail_events where act in ('dialogue-opened', 'dialogue-closed') order by id desc limit 2")
    expect(rows).toEqual([
      { act: 'dialogue-closed', role: 'process-leader', why: 'Fel fråga' },
      { act: 'dialogue-opened', role: 'process-leader', why: null },
    ])
  })
})

describe('groups', () => {
  const group = (key: string, more: object = {}) => createGroup(stage.leader, { processId: stage.processId, key, name: key, unit: 'notes', ...more }, now)
  test('a threshold is five, of children ten, and never lower', async () => {
    await grantedBy(group('vuxna', { threshold: '' }))
    await grantedBy(group('barn', { children: true }))
    const thresholds = Object.fromEntries((await readGroups(stage.processId)).map(({ key, threshold }) => [key, threshold]))
    expect(thresholds).toMatchObject({ vuxna: 5, barn: 10 })
    expect(await group('liten', { threshold: '4' })).toMatchObject({ refusal: { refused: 'invalid', problems: [{ field: 'threshold', problem: 'threshold-too-low' }] } })
    expect(await group('sma', { children: true, threshold: 9 })).toMatchObject({ refusal: { refused: 'invalid' } })
    expect(await group('vuxna')).toMatchObject({ refusal: { refused: 'taken' } })
  })
  test('it is raised but never lowered, not even by whoever has the database', async () => {
    const { id } = await grantedBy(group('hojs'))
    await grantedBy(raiseThreshold(stage.leader, { groupId: id, threshold: '12' }, now))
    expect(await raiseThreshold(stage.leader, { groupId: id, threshold: '8' }, now)).toMatchObject({ refusal: { refused: 'threshold-too-low' } })
    await expect(pool().query('update participation_groups set threshold = 5 where id = $1', [id])).rejects.toThrow('never lowered')
    await expect(
      pool().query("insert into participation_groups (process_id, key, name, unit, children, threshold, position) values ($1, 'x', 'x', 'notes', true, 5, 9)", [stage.processId]),
    ).rejects.toThrow('participation_groups_threshold')
  })
})

test('who may: the process leader asks; nobody else makes, revises, opens or closes', async () => {
  for (const actor of [stage.analyst, stage.auditor, stage.secretary]) {
    for (const act of [
      createGroup(actor, { processId: stage.processId, key: 'x', name: 'x', unit: 'notes' }, now),
      raiseThreshold(actor, { groupId: stage.residents, threshold: 20 }, now),
      createDialogue(actor, draft('x'), now),
      reviseDialogue(actor, { ...draft('x'), dialogueId: stage.survey.id, basis: '' }, now),
      openDialogue(actor, { dialogueId: stage.survey.id }, now),
      closeDialogue(actor, { dialogueId: stage.survey.id, reason: 'x' }, now),
    ])
      expect(await act).toEqual({ granted: false, refusal: { refused: 'forbidden' } })
  }
})

test('the list of dialogues tells where each stands', async () => {
  const states = Object.fromEntries((await listDialogues(now)).map(({ slug, state }) => [slug, state]))
  expect(states).toMatchObject({ 'din-framtid': 'open', gruppsamtal: 'open', stangs: 'closed', halvfardig: 'draft', omskriven: 'open' })
})
