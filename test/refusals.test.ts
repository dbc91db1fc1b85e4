import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, createTheme, editTheme, freezeMatrix, readThemes, setAsideStatement, withdrawCoding } from '#analysis'
import { pool } from '#db/database.server'
import { listMatters, openMatter, planRoute, readPoints, recordAdjustment, recordNotice, recordPoint, registerAppeal } from '#decision'
import { judgeGoal, lockRound, openRound, readRounds, reopenRound, setActivityStatus } from '#followup'
import { noonOf } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { createIndicator, defineIndicator, freezeBaseline, readIndicator, recordMeasurement } from '#indicators'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import { mintActor } from '#people'
import { addGoal, adoptPlan, createPlan, listPlans, setTarget, submitPlan } from '#plans'
import { closeStep, createProcess, insertStep, listProcesses, moveStep, readProcess } from '#process'
import { useDatabase } from '#test/database'
import { adoptVision, createProposal, quoteStatement, readProposals, rootPhrase, submitProposal, writePhrases } from '#vision'
import { tellStory } from '../seeds/ange/tell-story.ts'

// What each room refuses, asked of the demo's story when all of it has happened.
useDatabase()

const now = noonOf(day('2026-11-23'))
const nobody = '00000000-0000-7000-8000-000000000000'
const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const one = async (sql: string, values: unknown[] = []) => (await query<{ id: string }>(sql, values))[0]?.id ?? ''
const refusalOf = async (act: Promise<{ granted: boolean; refusal?: unknown }>) => {
  const [before, result, after] = [await one('select count(*) as id from trail_events'), await act, await one('select count(*) as id from trail_events')]
  expect(result.granted).toBe(false)
  expect(after, 'a refused act leaves no event').toBe(before)
  return result.refusal
}
const grantedOf = async <Value>(act: Promise<{ granted: true; value: Value } | { granted: false; refusal: unknown }>) => {
  const result = await act
  if (!result.granted) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

let people: Record<'pia' | 'anders' | 'sara' | 'kim' | 'rut', Actor>
let processId = ''
let council = ''
beforeAll(async () => {
  useInstallationSecret('a secret for the tests, and for nothing else')
  await tellStory('seeds/ange/voices')
  const actorOf = async (name: string) => (await mintActor(await one('select id from people_persons where email = $1', [`${name}@ange.example`]), now.day)) as Actor
  people = { pia: await actorOf('pia'), anders: await actorOf('anders'), sara: await actorOf('sara'), kim: await actorOf('kim'), rut: await actorOf('rut') }
  processId = (await listProcesses(now.day))[0]?.id ?? ''
  council = await one("select id from people_organs where name = 'Kommunfullmäktige'")
})

describe('process', () => {
  const step = {
    number: '12',
    title: 'Ett steg till',
    who: 'Alla',
    purpose: 'Pröva',
    focus: 'Vad som sker',
    fromDay: '2027-01-01',
    toDay: '2027-02-01',
    reason: 'Det behövdes.',
  }
  test('a step is inserted with a reason, after one that is there, under a key of its own', async () => {
    const wish = { ...step, processId, key: 'extra', after: 'analysis' }
    expect(await refusalOf(insertStep(people.pia, { ...wish, reason: ' ' }, now))).toMatchObject({ refused: 'invalid', problems: [{ field: 'reason', problem: 'empty' }] })
    expect(await refusalOf(insertStep(people.pia, { ...wish, after: 'nowhere' }, now))).toEqual({ refused: 'not-found' })
    expect(await refusalOf(insertStep(people.pia, { ...wish, key: 'survey' }, now))).toEqual({ refused: 'taken' })
    expect(await refusalOf(insertStep(people.pia, { ...wish, processId: nobody, after: '' }, now))).toEqual({ refused: 'not-found' })
    await grantedOf(insertStep(people.pia, wish, now))
    const steps = (await readProcess('ny-vision', now.day))?.steps ?? []
    expect(steps[steps.findIndex(({ key }) => key === 'analysis') + 1]?.key).toBe('extra')
  })
  test('a step can’t end before it starts; a moved one keeps its plan and every earlier move', async () => {
    const stepId = (await readProcess('ny-vision', now.day))?.steps.find(({ key }) => key === 'followup')?.id ?? ''
    expect(await refusalOf(moveStep(people.pia, { stepId, fromDay: '2027-02-01', toDay: '2027-01-01', reason: 'Fel' }, now))).toMatchObject({
      problems: [{ field: 'toDay', problem: 'ends-before-it-starts' }],
    })
    await grantedOf(moveStep(people.pia, { stepId, fromDay: '2022-01-01', toDay: '2027-12-31', reason: 'Ett år till.' }, now))
    const [row] = await query<{ from: string }>('select planned_to::text as from from process_steps where id = $1', [stepId])
    expect(row?.from).toBe('2026-12-31')
  })
  test('what is done is not done again, and what is left out says why', async () => {
    const stepId = await one("select id from process_steps where key = 'survey'")
    expect(await refusalOf(closeStep(people.pia, { stepId, outcome: 'done', onDay: '2020-11-29' }, now))).toEqual({ refused: 'already-closed' })
    expect(await refusalOf(closeStep(people.pia, { stepId, outcome: 'left-out', onDay: '2020-11-29', reason: '' }, now))).toMatchObject({
      problems: [{ field: 'reason', problem: 'empty' }],
    })
  })
  test('two processes never have one address', async () => {
    const wish = { name: 'En till', slug: 'ny-vision', purpose: 'x', mandate: 'x', mandatedOn: '2027-01-01', promise: 'x', fromDay: '2027-01-01', toDay: '2028-01-01' }
    expect(await refusalOf(createProcess(people.pia, wish, now))).toEqual({ refused: 'taken' })
  })
})

describe('analysis', () => {
  const words = { name: 'Djur', definition: 'Djur.', whenToUse: 'Om djur.', whenNot: 'Annars.' }
  test('a theme’s address is its own; two who edit it at once both keep their words', async () => {
    expect(await refusalOf(createTheme(people.anders, { ...words, processId, slug: 'natur' }, now))).toEqual({ refused: 'taken' })
    expect(await refusalOf(createTheme(people.anders, { ...words, processId: nobody, slug: 'djur' }, now))).toEqual({ refused: 'not-found' })
    const { id } = await grantedOf(createTheme(people.anders, { ...words, processId, slug: 'djur' }, now))
    await grantedOf(editTheme(people.pia, { ...words, name: 'Vilda djur', themeId: id, revision: 1 }, now))
    expect(await refusalOf(editTheme(people.anders, { ...words, name: 'Tama djur', themeId: id, revision: 1 }, now))).toMatchObject({
      refused: 'stale',
      now: expect.stringContaining('Vilda djur'),
    })
  })
  test('coding anew takes back what was coded before, and keeps it readable', async () => {
    const statementId = await one('select statement_id as id from analysis_codings limit 1')
    const [theme] = await readThemes({ processId })
    expect(await refusalOf(codeStatement(people.anders, { statementId: nobody, readings: [{ themeId: theme?.id ?? '', stance: 'keep' }] }, now))).toEqual({ refused: 'not-found' })
    expect(await refusalOf(codeStatement(people.anders, { statementId, readings: [{ themeId: nobody, stance: 'keep' }] }, now))).toEqual({ refused: 'not-found' })
    expect(await refusalOf(codeStatement(people.anders, { statementId, readings: [] }, now))).toMatchObject({
      problems: [{ field: 'readings', problem: 'no-theme' }],
    })
    await grantedOf(codeStatement(people.anders, { statementId, readings: [{ themeId: theme?.id ?? '', stance: 'leave' }] }, now))
    const rows = await query<{ withdrawn: boolean }>('select withdrawn_at is not null as withdrawn from analysis_codings where statement_id = $1 order by coded_at', [statementId])
    expect(rows.map(({ withdrawn }) => withdrawn)).toEqual([...rows.slice(1).map(() => true), false])
    const coding = await one('select id from analysis_codings where statement_id = $1 and withdrawn_at is null', [statementId])
    await grantedOf(withdrawCoding(people.anders, { codingId: coding }, now))
    expect(await refusalOf(withdrawCoding(people.anders, { codingId: coding }, now))).toEqual({ refused: 'not-found' })
  })
  test('what is set aside says why, once; and no longer counts', async () => {
    const statementId = await one('select statement_id as id from analysis_codings where withdrawn_at is null limit 1')
    expect(await refusalOf(setAsideStatement(people.anders, { statementId, reason: '' }, now))).toMatchObject({ problems: [{ field: 'reason', problem: 'empty' }] })
    await grantedOf(setAsideStatement(people.anders, { statementId, reason: 'Svarar inte på frågan.' }, now))
    expect(await refusalOf(setAsideStatement(people.anders, { statementId, reason: 'Igen.' }, now))).toEqual({ refused: 'already-set-aside' })
    expect(await query('select 1 from analysis_codings where statement_id = $1 and withdrawn_at is null', [statementId])).toEqual([])
  })
  test('nothing is frozen where nothing is coded', async () => {
    const { id } = await grantedOf(
      createProcess(people.pia, { name: 'Tom', slug: 'tom', purpose: 'x', mandate: 'x', mandatedOn: '2018-01-01', promise: 'x', fromDay: '2027-01-01', toDay: '2028-01-01' }, now),
    )
    expect(await refusalOf(freezeMatrix(people.anders, { processId: id }, now))).toEqual({ refused: 'nothing-coded' })
  })
})

describe('vision', () => {
  test('a proposal that is handed in is never written again, by the database’s own word', async () => {
    const [proposal] = await readProposals(processId)
    const [theme] = await readThemes({ processId })
    const phraseId = proposal?.phrases[0]?.id ?? ''
    expect(await refusalOf(writePhrases(people.pia, { proposalId: proposal?.id ?? '', text: 'Något annat', revision: 1 }, now))).toEqual({ refused: 'frozen' })
    expect(await refusalOf(rootPhrase(people.anders, { phraseId, themeId: theme?.id ?? '' }, now))).toEqual({ refused: 'frozen' })
    const matterId = (await listMatters(now.day))[0]?.id ?? ''
    expect(await refusalOf(submitProposal(people.pia, { proposalId: proposal?.id ?? '', matterId }, now))).toEqual({ refused: 'frozen' })
    await expect(pool().query('update vision_phrases set text = $1 where id = $2', ['Något annat', phraseId])).rejects.toThrow()
  })
  test('two who write a draft at once both keep their words, and a quote must be one that may be shown', async () => {
    const draft = await grantedOf(createProposal(people.pia, { processId, slug: 'utkast', name: 'Utkast', text: 'Ett ord\nTvå ord', provenance: 'recorded' }, now))
    await grantedOf(writePhrases(people.pia, { proposalId: draft.id, text: 'Ett ord\nTre ord', revision: 1 }, now))
    expect(await refusalOf(writePhrases(people.pia, { proposalId: draft.id, text: 'Mina ord', revision: 1 }, now))).toEqual({ refused: 'stale', now: 'Ett ord\nTre ord' })
    const unread = await one('select s.id from participation_statements s where not exists (select 1 from participation_reviews r where r.statement_id = s.id) limit 1')
    expect(await refusalOf(quoteStatement(people.anders, { phraseId: draft.phraseIds[0] ?? '', statementId: unread }, now))).toEqual({ refused: 'not-shown' })
    expect(await refusalOf(submitProposal(people.pia, { proposalId: draft.id, matterId: nobody }, now))).toEqual({ refused: 'matter-not-found' })
    expect(await query('select 1 from vision_versions where proposal_id = $1', [draft.id])).toEqual([])
  })
  test('a vision is adopted only by the point that approved exactly its document', async () => {
    const proposals = await readProposals(processId)
    const adopted = proposals.find(({ versions }) => versions[0]?.pointId)
    const other = proposals.find(({ versions }) => versions[0] && !versions[0].pointId)
    const pointId = adopted?.versions[0]?.pointId ?? ''
    expect(await refusalOf(adoptVision(people.sara, { versionId: other?.versions[0]?.id ?? '', pointId }, now))).toEqual({ refused: 'not-this-document' })
    expect(await refusalOf(adoptVision(people.sara, { versionId: adopted?.versions[0]?.id ?? '', pointId }, now))).toEqual({ refused: 'already-adopted' })
  })
})

describe('decision', () => {
  const point = { meetingOn: '2026-11-20', paragraph: '§ 1', outcome: 'approved', clauses: 'Att pröva.', documentId: '', immediate: false } as const
  test('a diary number is one matter’s; a route that grows after a decision says why', async () => {
    expect(await refusalOf(openMatter(people.sara, { number: 'KS 19/287', title: 'Igen', openedOn: '2026-11-20' }, now))).toEqual({ refused: 'taken' })
    const matterId = (await listMatters(now.day)).find(({ number }) => number === 'KS 19/287')?.id ?? ''
    expect(await refusalOf(planRoute(people.sara, { matterId, organId: council, plannedOn: '2026-12-01', because: '' }, now))).toEqual({ refused: 'reason-missing' })
  })
  test('nothing is decided ahead of its day, or about what was never handed in', async () => {
    const { id: matterId } = await grantedOf(openMatter(people.sara, { number: 'KS 26/1', title: 'Ett till', openedOn: '2026-11-20' }, now))
    const about = { ...point, matterId, organId: council }
    expect(await refusalOf(recordPoint(people.sara, { ...about, meetingOn: '2026-11-24' }, now))).toEqual({ refused: 'in-the-future' })
    const documentId = await one('select id from documents_frozen limit 1')
    expect(await refusalOf(recordPoint(people.sara, { ...about, documentId }, now))).toEqual({ refused: 'not-submitted' })
    expect(await refusalOf(recordPoint(people.sara, { ...about, clauses: ' ' }, now))).toMatchObject({ problems: [{ field: 'clauses', problem: 'empty' }] })
  })
  test('adjusted, posted and appealed in that order, each once', async () => {
    const { id: matterId } = await grantedOf(openMatter(people.sara, { number: 'KS 26/2', title: 'Laga kraft', openedOn: '2026-10-01' }, now))
    const { id: pointId } = await grantedOf(recordPoint(people.sara, { ...point, matterId, organId: council, meetingOn: '2026-10-12' }, now))
    expect(await refusalOf(recordNotice(people.sara, { pointId, postedOn: '2026-10-20' }, now))).toEqual({ refused: 'not-adjusted' })
    expect(await refusalOf(registerAppeal(people.sara, { pointId, registeredOn: '2026-10-20' }, now))).toEqual({ refused: 'not-posted' })
    expect(await refusalOf(recordAdjustment(people.sara, { pointId, adjustedOn: '2026-10-11' }, now))).toEqual({ refused: 'before-the-meeting' })
    await grantedOf(recordAdjustment(people.sara, { pointId, adjustedOn: '2026-10-19' }, now))
    expect(await refusalOf(recordAdjustment(people.sara, { pointId, adjustedOn: '2026-10-19' }, now))).toEqual({ refused: 'already-recorded' })
    await grantedOf(recordNotice(people.sara, { pointId, postedOn: '2026-10-20' }, now))
    const [read] = await readPoints([pointId], now.day)
    expect(read?.due).toEqual({ adjustBy: '2026-10-26', postBy: '2026-10-21', appealUntil: '2026-11-10' })
    expect(read?.standing).toEqual({ standing: 'in-force', since: '2026-11-11' })
    await expect(pool().query("update decision_points set outcome = 'rejected' where id = $1", [pointId])).rejects.toThrow()
  })
})

describe('indicators', () => {
  test('a measurement has a value or a reason why not, and a second one for the same period says why', async () => {
    const definitionId = (await readIndicator('invanare'))?.definitions[0]?.id ?? ''
    const wish = { definitionId, period: '2026', value: '8 900', absence: '', source: 'SCB' } as const
    expect(await refusalOf(recordMeasurement(people.kim, { ...wish, value: '' }, now))).toMatchObject({ problems: [{ field: 'value', problem: 'value-or-absence' }] })
    expect(await refusalOf(recordMeasurement(people.kim, { ...wish, absence: 'not-asked' as never }, now))).toMatchObject({ refused: 'invalid' })
    expect(await refusalOf(recordMeasurement(people.kim, { ...wish, period: '2026-13' }, now))).toMatchObject({ problems: [{ field: 'period', problem: 'not-a-period' }] })
    expect(await refusalOf(recordMeasurement(people.kim, { ...wish, definitionId: nobody }, now))).toEqual({ refused: 'not-found' })
    await grantedOf(recordMeasurement(people.kim, wish, now))
    expect(await refusalOf(recordMeasurement(people.kim, { ...wish, value: '8 905' }, now))).toEqual({ refused: 'reason-missing' })
    await grantedOf(recordMeasurement(people.kim, { ...wish, value: '8 905', reason: 'Rättad hos källan.' }, now))
    const definition = (await readIndicator('invanare'))?.definitions[0]
    expect(definition?.series.filter(({ period }) => period === '2026').map(({ value, revision }) => [value, revision])).toEqual([[8905, 2]])
    expect(definition?.revisions.filter(({ period }) => period === '2026')).toHaveLength(2)
    await expect(pool().query('delete from indicators_measurements where definition_id = $1', [definitionId])).rejects.toThrow()
  })
  test('a baseline names a measurement that has a value; a new definition keeps the old one’s figures', async () => {
    const indicator = await readIndicator('invanare')
    const definitionId = indicator?.definitions[0]?.id ?? ''
    const { id } = await grantedOf(recordMeasurement(people.kim, { definitionId, period: '2027', value: '', absence: 'suppressed', source: 'SCB' }, now))
    expect(await refusalOf(freezeBaseline(people.kim, { measurementId: id, method: 'Så', n: '' }, now))).toEqual({ refused: 'no-value' })
    const definition = {
      indicatorId: indicator?.id ?? '',
      title: 'Folkmängd, ny',
      description: 'På ett nytt sätt.',
      unit: 'personer',
      source: 'SCB',
      validFrom: '2027-01-01',
      breaksSeries: true,
    }
    expect(await refusalOf(defineIndicator(people.kim, { ...definition, indicatorId: nobody }, now))).toEqual({ refused: 'not-found' })
    await grantedOf(defineIndicator(people.kim, definition, now))
    const versions = (await readIndicator('invanare'))?.definitions.map(({ version, series }) => [version, series.length > 0])
    expect(versions?.sort()).toEqual([
      [1, true],
      [2, false],
    ])
    const twin = { name: 'x', slug: 'invanare', level: 'society', influence: 'x', desired: 'up', ...definition } as const
    expect(await refusalOf(createIndicator(people.kim, twin, now))).toEqual({ refused: 'taken' })
  })
})

describe('plans', () => {
  const goal = { number: '1', text: 'Ett mål', responsibleId: '', rule: 'all', whyWeBelieve: 'Därför.' } as const
  test('a goal belongs to a plan that is not handed in; a target is no baseline', async () => {
    const decided = (await listPlans(processId)).find(({ pointId }) => pointId)
    const told = { ...goal, responsibleId: council }
    expect(await refusalOf(addGoal(people.kim, { ...told, versionId: decided?.versionId ?? '' }, now))).toEqual({ refused: 'frozen' })
    const period = { period: '2027–2029', fromDay: '2027-01-01', toDay: '2029-12-31', kind: 'municipal', ownerId: council, name: 'Nya mål' } as const
    expect(await refusalOf(createPlan(people.kim, { ...period, processId, ownerId: nobody }, now))).toEqual({ refused: 'not-found' })
    expect(await refusalOf(createPlan(people.kim, { ...period, processId: nobody }, now))).toEqual({ refused: 'not-found' })
    const { versionId } = await grantedOf(createPlan(people.kim, { ...period, processId }, now))
    const matterId = (await listMatters(now.day))[0]?.id ?? ''
    expect(await refusalOf(submitPlan(people.kim, { versionId, matterId }, now))).toEqual({ refused: 'no-goals' })
    const { id: goalId } = await grantedOf(addGoal(people.kim, { ...told, versionId }, now))
    expect(await refusalOf(addGoal(people.kim, { ...told, versionId }, now))).toEqual({ refused: 'taken' })
    expect(await refusalOf(addGoal(people.kim, { ...told, versionId, number: '2', rule: 'at-least' }, now))).toMatchObject({
      problems: [{ field: 'ruleCount', problem: 'count-with-at-least' }],
    })
    const definition = (await readIndicator('bra-plats'))?.definitions[0]
    const target = { goalId, definitionId: definition?.id ?? '', kind: 'reach', by: '2029' } as const
    expect(await refusalOf(setTarget(people.kim, { ...target, value: '96', baselineId: '' }, now))).toMatchObject({
      problems: [{ field: 'baselineId', problem: 'needs-a-baseline' }],
    })
    const [baseline] = definition?.baselines ?? []
    expect(await refusalOf(setTarget(people.kim, { ...target, value: String(baseline?.value), baselineId: baseline?.id ?? '' }, now))).toEqual({
      refused: 'target-is-the-baseline',
    })
    expect(
      await refusalOf(openRound(people.kim, { planVersionId: versionId, name: 'T1', kind: 'T1', covers: '2027', opensOn: '2027-05-01', closesOn: '2027-06-01' }, now)),
    ).toEqual({
      refused: 'not-adopted',
    })
  })
  test('a plan is adopted only by the point that approved exactly its document', async () => {
    const [first, second] = (await listPlans(processId)).filter(({ pointId }) => pointId)
    expect(await refusalOf(adoptPlan(people.kim, { versionId: first?.versionId ?? '', pointId: second?.pointId ?? '' }, now))).toEqual({ refused: 'not-this-document' })
    expect(await refusalOf(adoptPlan(people.kim, { versionId: first?.versionId ?? '', pointId: first?.pointId ?? '' }, now))).toEqual({ refused: 'already-adopted' })
    await expect(pool().query('update plans_goals set text = $1 where version_id = $2', ['Något annat', first?.versionId])).rejects.toThrow()
  })
})

describe('followup', () => {
  test('a locked round takes nothing in until it is opened again, and says why it was', async () => {
    const [round] = await readRounds(now.day)
    const roundId = round?.id ?? ''
    // One where *not met* differs from what the rule proposes.
    const judged = round?.judgements.find(({ proposed }) => proposed !== 'not-met')
    const goalId = judged?.goalId ?? ''
    const wish = { roundId, goalId, kind: 'outcome', judged: 'not-met', motivation: 'Nej.', revision: String(judged?.revision) } as const
    expect(await refusalOf(judgeGoal(people.rut, wish, now))).toEqual({ refused: 'locked' })
    expect(await refusalOf(lockRound(people.kim, { roundId }, now))).toEqual({ refused: 'locked' })
    const activityId = round?.duties.find((duty) => duty.activityId)?.activityId ?? ''
    expect(await refusalOf(setActivityStatus(people.rut, { roundId, activityId, status: 'done', comment: '' }, now))).toEqual({ refused: 'locked' })
    expect(await refusalOf(reopenRound(people.kim, { roundId, reason: '' }, now))).toMatchObject({ problems: [{ field: 'reason', problem: 'empty' }] })
    await grantedOf(reopenRound(people.kim, { roundId, reason: 'Ett värde var fel.' }, now))
    expect(await refusalOf(reopenRound(people.kim, { roundId, reason: 'Igen.' }, now))).toEqual({ refused: 'not-locked' })
    expect(await refusalOf(setActivityStatus(people.rut, { roundId, activityId, status: 'dropped', comment: '' }, now))).toEqual({ refused: 'reason-missing' })
    expect(await refusalOf(judgeGoal(people.rut, { ...wish, revision: '0' }, now))).toMatchObject({ refused: 'stale', judgedNow: judged?.judged })
    expect(await refusalOf(judgeGoal(people.rut, { ...wish, motivation: '' }, now))).toEqual({ refused: 'motivation-missing' })
    expect(await refusalOf(judgeGoal(people.rut, { ...wish, goalId: nobody }, now))).toEqual({ refused: 'not-found' })
    await grantedOf(judgeGoal(people.rut, wish, now))
    await grantedOf(lockRound(people.kim, { roundId }, now))
    const again = await readRounds(now.day)
    expect(again[0]?.judgements.find((each) => each.goalId === goalId)?.judged).toBe('not-met')
    expect(await query('select 1 from followup_judgements where round_id = $1 and goal_id = $2', [roundId, goalId])).toHaveLength(2)
    await expect(pool().query("update followup_judgements set judged = 'met'")).rejects.toThrow()
  })
})
