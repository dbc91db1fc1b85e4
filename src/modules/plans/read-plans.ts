import type { Day } from '#kernel/day'
import * as store from './store.server.ts'

export type TargetReading = {
  readonly id: string
  readonly definitionId: string
  readonly kind: 'reach' | 'keep-at-least' | 'keep-at-most' | 'within' | 'direction' | 'level' | 'done'
  readonly baselineId: string | null
  readonly value: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
  readonly tolerance: number | undefined
  readonly by: string
  readonly provenance: 'recorded' | 'sourced' | 'invented'
}
export type ActivityReading = {
  readonly id: string
  readonly text: string
  readonly responsible: string
  readonly responsibleId: string
  readonly startsOn: Day
  readonly endsOn: Day
  readonly provenance: 'recorded' | 'sourced' | 'invented'
}
export type GoalReading = {
  readonly id: string
  readonly versionId: string
  readonly number: string
  readonly text: string
  readonly heading: string | null
  readonly focusAreaId: string | null
  readonly responsible: string
  readonly responsibleId: string
  readonly rule: 'all' | 'at-least' | 'whole'
  readonly ruleCount: number | null
  readonly partlyFrom: number | undefined
  readonly whyWeBelieve: string
  readonly succeedsId: string | null
  readonly succeedsHow: 'continued' | 'split' | 'merged' | 'dropped' | null
  readonly provenance: 'recorded' | 'sourced' | 'invented'
  readonly targets: readonly TargetReading[]
  readonly activities: readonly ActivityReading[]
}
export type PlanReading = {
  readonly versionId: string
  readonly planId: string
  readonly name: string
  readonly kind: 'municipal' | 'board' | 'operations'
  readonly owner: string
  readonly ownerId: string
  readonly period: string
  readonly fromDay: Day
  readonly toDay: Day
  readonly number: number
  readonly documentId: string | null
  readonly submittedAt: string | null
  readonly pointId: string | null
  readonly goals: readonly GoalReading[]
}

/** Every plan version of a process with its goals; four statements whatever their number. */
export async function listPlans(processId: string): Promise<PlanReading[]> {
  return compose(await store.listVersionRows({ processId }))
}

/** One plan version; four statements. */
export async function readPlanVersion(versionId: string): Promise<PlanReading | undefined> {
  return (await readPlanVersions([versionId]))[0]
}

export async function readPlanVersions(versionIds: readonly string[]): Promise<PlanReading[]> {
  return compose(await store.listVersionRows({ versionIds }))
}

/** Goals by their ids, or those that serve focus areas; three statements. */
export async function readGoals(wish: { ids: readonly string[] } | { focusAreaIds: readonly string[] }): Promise<GoalReading[]> {
  return withParts(await store.listGoalRows(wish))
}

/** Which goals are measured by the definitions; one statement. */
export async function goalsMeasuredBy(definitionIds: readonly string[]): Promise<{ goalId: string; definitionId: string }[]> {
  return store.listTargetsOfDefinitions(definitionIds)
}

async function compose(rows: Awaited<ReturnType<typeof store.listVersionRows>>): Promise<PlanReading[]> {
  const goals = await withParts(await store.listGoalRows({ versionIds: rows.map(({ version }) => version.id) }))
  return rows.map(({ version, plan, period, owner, pointId }) => ({
    versionId: version.id,
    planId: plan.id,
    name: plan.name,
    kind: plan.kind,
    owner,
    ownerId: plan.ownerId,
    period: period.name,
    fromDay: period.fromDay,
    toDay: period.toDay,
    number: version.number,
    documentId: version.documentId,
    submittedAt: version.submittedAt,
    pointId,
    goals: goals.filter(({ versionId }) => versionId === version.id),
  }))
}

async function withParts(rows: Awaited<ReturnType<typeof store.listGoalRows>>): Promise<GoalReading[]> {
  const ids = rows.map(({ goal }) => goal.id)
  const [targets, activities] = [await store.listTargetRows(ids), await store.listActivityRows(ids)]
  return rows
    .toSorted((one, other) => byNumber.compare(one.goal.number, other.goal.number))
    .map(({ goal, responsible }) => ({
      ...goal,
      responsible,
      partlyFrom: numberOf(goal.partlyFrom),
      targets: targets
        .filter(({ goalId }) => goalId === goal.id)
        .map((target) => ({ ...target, value: numberOf(target.value), low: numberOf(target.low), high: numberOf(target.high), tolerance: numberOf(target.tolerance) })),
      activities: activities.filter(({ activity }) => activity.goalId === goal.id).map((row) => ({ ...row.activity, responsible: row.responsible })),
    }))
}

// 6.2 stands before 6.10.
const byNumber = new Intl.Collator('sv', { numeric: true })

function numberOf(text: string | null): number | undefined {
  return text === null ? undefined : Number(text)
}
