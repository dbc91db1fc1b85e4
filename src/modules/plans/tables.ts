import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { matters, points } from '#decision/tables'
import { documents } from '#documents/tables'
import { baselines, definitions } from '#indicators/tables'
import { organs, persons } from '#people/tables'
import { processes } from '#process/tables'
import { focusAreas } from '#vision/tables'

export const targetKinds = ['reach', 'keep-at-least', 'keep-at-most', 'within', 'direction', 'level', 'done'] as const

export const periods = pgTable(
  'plans_periods',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    name: text().notNull(),
    fromDay: calendarDay().notNull(),
    toDay: calendarDay().notNull(),
  },
  (period) => [unique().on(period.processId, period.name), check('plans_periods_time', sql`${period.toDay} >= ${period.fromDay}`)],
)

export const plans = pgTable(
  'plans_plans',
  {
    id: identity(),
    periodId: uuid()
      .notNull()
      .references(() => periods.id),
    kind: choice(['municipal', 'board', 'operations']).notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => organs.id),
    name: text().notNull(),
  },
  (plan) => [check('plans_plans_kind', oneOf(plan.kind, ['municipal', 'board', 'operations']))],
)

/** A plan as it was frozen, handed in, and adopted by a decision point. With a decision it is read-only (trigger). */
export const versions = pgTable(
  'plans_versions',
  {
    id: identity(),
    planId: uuid()
      .notNull()
      .references(() => plans.id),
    number: integer().notNull(),
    documentId: uuid().references(() => documents.id),
    matterId: uuid().references(() => matters.id),
    submittedAt: instant(),
    createdAt: instant().notNull(),
  },
  (version) => [unique().on(version.planId, version.number)],
)

export const adoptions = pgTable('plans_adoptions', {
  id: identity(),
  versionId: uuid()
    .notNull()
    .unique()
    .references(() => versions.id),
  pointId: uuid()
    .notNull()
    .references(() => points.id),
  registeredBy: uuid()
    .notNull()
    .references(() => persons.id),
  registeredAt: instant().notNull(),
})

export const goals = pgTable(
  'plans_goals',
  {
    id: identity(),
    versionId: uuid()
      .notNull()
      .references(() => versions.id),
    number: text().notNull(),
    text: text().notNull(),
    /** The heading the plan itself put it under, when it is not a focus area (målområde). */
    heading: text(),
    /** None is possible, and is shown: a goal that no focus area asked for. */
    focusAreaId: uuid().references(() => focusAreas.id),
    responsibleId: uuid()
      .notNull()
      .references(() => organs.id),
    /** How the targets weigh to a proposal: all, at least n, or a judgement of the whole. Never a mean. */
    rule: choice(['all', 'at-least', 'whole']).notNull(),
    ruleCount: integer(),
    /** From how large a part of the way a goal counts as partly met, 0–1; the municipality's own rule sets it. */
    partlyFrom: numeric(),
    whyWeBelieve: text().notNull(),
    succeedsId: uuid(),
    succeedsHow: choice(['continued', 'split', 'merged', 'dropped']),
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
  },
  (goal) => [
    unique().on(goal.versionId, goal.number),
    foreignKey({ columns: [goal.succeedsId], foreignColumns: [goal.id] }),
    index().on(goal.focusAreaId),
    check('plans_goals_rule', oneOf(goal.rule, ['all', 'at-least', 'whole'])),
    check('plans_goals_rule_count', sql`(${goal.rule} = 'at-least') = (${goal.ruleCount} is not null)`),
  ],
)

export const targets = pgTable(
  'plans_targets',
  {
    id: identity(),
    goalId: uuid()
      .notNull()
      .references(() => goals.id),
    definitionId: uuid()
      .notNull()
      .references(() => definitions.id),
    cell: text().notNull().default(''),
    kind: choice(targetKinds).notNull(),
    baselineId: uuid(),
    value: numeric(),
    low: numeric(),
    high: numeric(),
    tolerance: numeric(),
    /** The period by which it is to be reached. */
    by: text().notNull(),
    /** Delmål: [{ period, value }]. */
    waypoints: jsonb().$type<readonly { period: string; value: number }[]>().notNull().default([]),
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
  },
  (target) => [
    index().on(target.goalId),
    foreignKey({ columns: [target.definitionId, target.baselineId], foreignColumns: [baselines.definitionId, baselines.id], name: 'plans_targets_baseline_of_same_definition' }),
    check('plans_targets_kind', oneOf(target.kind, targetKinds)),
    check('plans_targets_reach_has_baseline', sql`${target.kind} <> 'reach' or (${target.baselineId} is not null and ${target.value} is not null)`),
  ],
)

export const activities = pgTable(
  'plans_activities',
  {
    id: identity(),
    goalId: uuid()
      .notNull()
      .references(() => goals.id),
    text: text().notNull(),
    responsibleId: uuid()
      .notNull()
      .references(() => organs.id),
    startsOn: calendarDay().notNull(),
    endsOn: calendarDay().notNull(),
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
  },
  (activity) => [index().on(activity.goalId)],
)
