import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '../../db/columns.ts'
import { persons } from './persons.ts'

export const conformities = ['full', 'partial', 'none'] as const
export const faultReasons = ['to-be-mended', 'burdensome', 'exempt'] as const

/** What a person has said of how accessible the service is: each time is a row with all of it, and the latest holds. */
export const accessibilityStatements = pgTable(
  'people_accessibility_statements',
  {
    id: identity(),
    conformity: choice(conformities).notNull(),
    /** Who tried it by hand, with what, and on which day. */
    triedBy: text().notNull(),
    triedOn: calendarDay().notNull(),
    /** Where one gets help or what one can't read, besides by mail. */
    contact: text(),
    statedBy: uuid()
      .notNull()
      .references(() => persons.id),
    statedAt: instant().notNull(),
  },
  (row) => [index().on(row.statedAt), check('people_accessibility_statements_conformity', oneOf(row.conformity, conformities))],
)

/** The faults that a statement tells of, in its own order. */
export const accessibilityFaults = pgTable(
  'people_accessibility_faults',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => accessibilityStatements.id),
    position: integer().notNull(),
    what: text().notNull(),
    whom: text().notNull(),
    reason: choice(faultReasons).notNull(),
    /** When it is to be mended; what is to be mended always says. */
    mendedOn: calendarDay(),
  },
  (row) => [
    unique().on(row.statementId, row.position),
    check('people_accessibility_faults_reason', oneOf(row.reason, faultReasons)),
    check('people_accessibility_faults_day', sql`${row.reason} <> 'to-be-mended' or ${row.mendedOn} is not null`),
  ],
)
