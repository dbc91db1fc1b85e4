import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { documents } from '#documents/tables'
import { organs, persons } from '#people/tables'

export const outcomes = ['approved', 'approved-with-change', 'rejected', 'remitted', 'tabled', 'noted'] as const

/** A matter (ärende) with its diary number. It decides frozen documents and knows nothing of what they are about. */
export const matters = pgTable('decision_matters', {
  id: identity(),
  number: text().notNull().unique(),
  title: text().notNull(),
  openedOn: calendarDay().notNull(),
  openedBy: uuid()
    .notNull()
    .references(() => persons.id),
  openedAt: instant().notNull(),
})

/** Where the matter is meant to go. It may go back and grow: a step added later says why. */
export const routeSteps = pgTable(
  'decision_route_steps',
  {
    id: identity(),
    matterId: uuid()
      .notNull()
      .references(() => matters.id),
    position: integer().notNull(),
    organId: uuid()
      .notNull()
      .references(() => organs.id),
    plannedOn: calendarDay().notNull(),
    addedBecause: text(),
  },
  (step) => [unique().on(step.matterId, step.position)],
)

/** A frozen document handed in to a matter. */
export const submissions = pgTable(
  'decision_submissions',
  {
    id: identity(),
    matterId: uuid()
      .notNull()
      .references(() => matters.id),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    submittedBy: uuid()
      .notNull()
      .references(() => persons.id),
    submittedAt: instant().notNull(),
  },
  (submission) => [unique().on(submission.matterId, submission.documentId)],
)

/** What one organ decided at one meeting, under one paragraph. */
export const points = pgTable(
  'decision_points',
  {
    id: identity(),
    matterId: uuid()
      .notNull()
      .references(() => matters.id),
    organId: uuid()
      .notNull()
      .references(() => organs.id),
    meetingOn: calendarDay().notNull(),
    /** "§ 171"; null when it is not known (then the page says so). */
    paragraph: text(),
    outcome: choice(outcomes).notNull(),
    /** Att-satser, one a line, in order. */
    clauses: text().array().notNull(),
    documentId: uuid().references(() => documents.id),
    /** In force while the time for appeal runs. */
    immediate: boolean().notNull().default(false),
    /** Made up for the demo, or really found: said on every page that shows it. */
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
    recordedBy: uuid()
      .notNull()
      .references(() => persons.id),
    recordedAt: instant().notNull(),
  },
  (point) => [
    index().on(point.matterId),
    // A document that is decided must have been handed in to the same matter.
    foreignKey({ columns: [point.matterId, point.documentId], foreignColumns: [submissions.matterId, submissions.documentId], name: 'decision_points_document_was_submitted' }),
    check('decision_points_outcome', oneOf(point.outcome, outcomes)),
    check('decision_points_provenance', oneOf(point.provenance, ['recorded', 'sourced', 'invented'])),
  ],
)

/** Justering: the protocol was adjusted. */
export const adjustments = pgTable('decision_adjustments', {
  id: identity(),
  pointId: uuid()
    .notNull()
    .unique()
    .references(() => points.id),
  adjustedOn: calendarDay().notNull(),
  recordedBy: uuid()
    .notNull()
    .references(() => persons.id),
})

/** Anslag: the adjustment was announced. Appeal is possible three weeks from here. */
export const notices = pgTable('decision_notices', {
  id: identity(),
  pointId: uuid()
    .notNull()
    .unique()
    .references(() => points.id),
  postedOn: calendarDay().notNull(),
  recordedBy: uuid()
    .notNull()
    .references(() => persons.id),
})

/** Överklagan, and how it ended. */
export const appeals = pgTable(
  'decision_appeals',
  {
    id: identity(),
    pointId: uuid()
      .notNull()
      .unique()
      .references(() => points.id),
    registeredOn: calendarDay().notNull(),
    endedOn: calendarDay(),
    ended: choice(['confirmed', 'annulled']),
    recordedBy: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (appeal) => [check('decision_appeals_end', sql`(${appeal.endedOn} is null) = (${appeal.ended} is null)`)],
)
