import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { measurements } from '#indicators/tables'
import { organs, persons } from '#people/tables'
import { activities, goals, versions } from '#plans/tables'

export const verdicts = ['met', 'partly', 'not-met', 'cannot-be-judged'] as const
export const activityStates = ['not-started', 'going', 'done', 'late', 'dropped'] as const

/** Uppföljningsomgång. */
export const rounds = pgTable(
  'followup_rounds',
  {
    id: identity(),
    planVersionId: uuid()
      .notNull()
      .references(() => versions.id),
    name: text().notNull(),
    kind: choice(['T1', 'half-year', 'year', 'monthly']).notNull(),
    /** The period it covers: `2024`, `2025-T2`. */
    covers: text().notNull(),
    opensOn: calendarDay().notNull(),
    closesOn: calendarDay().notNull(),
    openedBy: uuid()
      .notNull()
      .references(() => persons.id),
    openedAt: instant().notNull(),
  },
  (round) => [unique().on(round.planVersionId, round.name), check('followup_rounds_kind', oneOf(round.kind, ['T1', 'half-year', 'year', 'monthly']))],
)

/** What is asked of whom. Made when the round opens. */
export const duties = pgTable(
  'followup_duties',
  {
    id: identity(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    organId: uuid()
      .notNull()
      .references(() => organs.id),
    goalId: uuid().references(() => goals.id),
    activityId: uuid().references(() => activities.id),
    dueOn: calendarDay().notNull(),
  },
  (duty) => [index().on(duty.roundId), check('followup_duties_subject', sql`(${duty.goalId} is null) <> (${duty.activityId} is null)`)],
)

/** What a person judged, beside what the rule proposed. Appended: the highest revision holds. */
export const judgements = pgTable(
  'followup_judgements',
  {
    id: identity(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    goalId: uuid()
      .notNull()
      .references(() => goals.id),
    revision: integer().notNull().default(1),
    kind: choice(['forecast', 'outcome']).notNull(),
    proposed: choice(verdicts).notNull(),
    /** How the rule came to its proposal: target by target, with exact measurements. */
    calculation: jsonb().$type<unknown>().notNull(),
    judged: choice(verdicts).notNull(),
    motivation: text(),
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
    judgedBy: uuid()
      .notNull()
      .references(() => persons.id),
    judgedAt: instant().notNull(),
  },
  (judgement) => [
    unique().on(judgement.roundId, judgement.goalId, judgement.revision),
    index().on(judgement.goalId),
    check('followup_judgements_proposed', oneOf(judgement.proposed, verdicts)),
    check('followup_judgements_judged', oneOf(judgement.judged, verdicts)),
    check(
      'followup_judgements_motivation',
      sql`(${judgement.judged} = ${judgement.proposed} and ${judgement.judged} <> 'cannot-be-judged') or length(trim(coalesce(${judgement.motivation}, ''))) > 0`,
    ),
  ],
)

/** Exactly which measurement revisions the judgement looked at. */
export const lookedAt = pgTable(
  'followup_looked_at',
  {
    id: identity(),
    judgementId: uuid()
      .notNull()
      .references(() => judgements.id),
    measurementId: uuid()
      .notNull()
      .references(() => measurements.id),
  },
  (row) => [unique().on(row.judgementId, row.measurementId)],
)

/** Åtgärdsstatus, one a round; the highest revision holds. */
export const activityStatuses = pgTable(
  'followup_activity_statuses',
  {
    id: identity(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    activityId: uuid()
      .notNull()
      .references(() => activities.id),
    revision: integer().notNull().default(1),
    status: choice(activityStates).notNull(),
    comment: text(),
    setBy: uuid()
      .notNull()
      .references(() => persons.id),
    setAt: instant().notNull(),
  },
  (status) => [unique().on(status.roundId, status.activityId, status.revision), check('followup_activity_statuses_status', oneOf(status.status, activityStates))],
)

/** A round is locked by role, with a row; after it nothing in the round can be written (trigger). */
export const lockings = pgTable(
  'followup_lockings',
  {
    id: identity(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id),
    lockedBy: uuid()
      .notNull()
      .references(() => persons.id),
    lockedAt: instant().notNull(),
  },
  (locking) => [index().on(locking.roundId)],
)

/** A locked round that was opened again: by whom and why. */
export const reopenings = pgTable('followup_reopenings', {
  id: identity(),
  lockingId: uuid()
    .notNull()
    .unique()
    .references(() => lockings.id),
  reopenedBy: uuid()
    .notNull()
    .references(() => persons.id),
  reopenedAt: instant().notNull(),
  reason: text().notNull(),
})
