import { sql } from 'drizzle-orm'
import { check, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { persons } from '#people/tables'

/** A table of the population as it was given, frozen (trigger): what answers are held against. */
export const populations = pgTable('participation_populations', {
  id: identity(),
  source: text().notNull(),
  /** The day that the table is of. */
  countedOn: calendarDay().notNull(),
  /** What whoever made the table says of it. */
  note: text(),
  contentHash: text().notNull().unique(),
  addedBy: uuid()
    .notNull()
    .references(() => persons.id),
  addedAt: instant().notNull(),
})

/**
 * How many have a relation to the municipality, as the table says it; never corrected. One person may have several, so they are no parts of a whole: without
 * a relation it is everybody who has any.
 */
export const populationRelations = pgTable(
  'participation_population_relations',
  {
    id: identity(),
    populationId: uuid()
      .notNull()
      .references(() => populations.id),
    relation: text(),
    count: integer().notNull(),
  },
  (row) => [
    unique('participation_population_relations_one').on(row.populationId, row.relation).nullsNotDistinct(),
    check('participation_population_relations_count', sql`${row.count} >= 0`),
  ],
)

/** One number of a table, never corrected. Without a place, an age or a sex it is the table's own total over that. */
export const populationCells = pgTable(
  'participation_population_cells',
  {
    id: identity(),
    populationId: uuid()
      .notNull()
      .references(() => populations.id),
    place: text(),
    ageFrom: integer(),
    ageTo: integer(),
    sex: choice(['women', 'men']),
    count: integer().notNull(),
  },
  (cell) => [
    unique('participation_population_cells_one').on(cell.populationId, cell.place, cell.ageFrom, cell.ageTo, cell.sex).nullsNotDistinct(),
    check('participation_population_cells_sex', sql`${cell.sex} is null or ${oneOf(cell.sex, ['women', 'men'])}`),
    check(
      'participation_population_cells_age',
      sql`(${cell.ageFrom} is null and ${cell.ageTo} is null) or (${cell.ageFrom} >= 0 and (${cell.ageTo} is null or ${cell.ageTo} >= ${cell.ageFrom}))`,
    ),
    check('participation_population_cells_count', sql`${cell.count} >= 0`),
  ],
)
