import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, identity, instant } from '#db/columns'
import { persons } from '#people/tables'

/** A vision process: its mandate and its promise (löfte). */
export const processes = pgTable('process_processes', {
  id: identity(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** Why a vision, in a few sentences for residents. */
  purpose: text().notNull(),
  /** Who gave the mandate, when, and its diary number. */
  mandate: text().notNull(),
  mandatedOn: calendarDay().notNull(),
  mandateNumber: text(),
  /** What the answers will decide and when people hear back. */
  promise: text().notNull(),
  /** An earlier process or strategy that this one follows, in words. */
  follows: text(),
  createdAt: instant().notNull().defaultNow(),
})

/** The steps in their order. `key` is stable; the number is what people read ("01", "04b"). */
export const steps = pgTable(
  'process_steps',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    key: text().notNull(),
    number: text().notNull(),
    position: integer().notNull(),
    title: text().notNull(),
    who: text().notNull(),
    purpose: text().notNull(),
    focus: text().notNull(),
    /** First planned time, never changed: moves are rows of their own. */
    plannedFrom: calendarDay().notNull(),
    plannedTo: calendarDay().notNull(),
    /** Why the step was inserted after the plan was made; empty for those of the first plan. */
    insertedBecause: text(),
    insertedAt: instant(),
  },
  (step) => [unique().on(step.processId, step.key), check('process_steps_time', sql`${step.plannedTo} >= ${step.plannedFrom}`)],
)

/** A step that got new dates. The last row holds. */
export const moves = pgTable(
  'process_moves',
  {
    id: identity(),
    stepId: uuid()
      .notNull()
      .references(() => steps.id),
    fromDay: calendarDay().notNull(),
    toDay: calendarDay().notNull(),
    reason: text().notNull(),
    movedBy: uuid()
      .notNull()
      .references(() => persons.id),
    movedAt: instant().notNull(),
  },
  (move) => [index().on(move.stepId), check('process_moves_time', sql`${move.toDay} >= ${move.fromDay}`), check('process_moves_reason', sql`length(trim(${move.reason})) > 0`)],
)

/** A step that was done, or that will not be done, with the day and, when it was left out, the reason. */
export const closings = pgTable(
  'process_closings',
  {
    id: identity(),
    stepId: uuid()
      .notNull()
      .unique()
      .references(() => steps.id),
    outcome: text({ enum: ['done', 'left-out'] }).notNull(),
    onDay: calendarDay().notNull(),
    reason: text(),
    closedBy: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (closing) => [check('process_closings_reason', sql`${closing.outcome} = 'done' or length(trim(${closing.reason})) > 0`)],
)

/**
 * What a step gave, published by the process leader. Public pages show what lay there at `releasedAt`;
 * what comes later needs a new release.
 */
export const releases = pgTable(
  'process_releases',
  {
    id: identity(),
    stepId: uuid()
      .notNull()
      .references(() => steps.id),
    releasedBy: uuid()
      .notNull()
      .references(() => persons.id),
    releasedAt: instant().notNull(),
    note: text(),
  },
  (release) => [index().on(release.stepId)],
)
