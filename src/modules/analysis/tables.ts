import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { choice, identity, instant, oneOf } from '#db/columns'
import { documents } from '#documents/tables'
import { stances, statements } from '#participation/tables'
import { persons } from '#people/tables'
import { processes } from '#process/tables'

export * from './tables/opinion-maps.ts'

/** The codebook: what statements are read as. A theme is never deleted; its wording changes by new rows in the trail. */
export const themes = pgTable(
  'analysis_themes',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    slug: text().notNull(),
    name: text().notNull(),
    definition: text().notNull(),
    whenToUse: text().notNull(),
    whenNot: text().notNull(),
    position: integer().notNull(),
    /** For edits: a stale form is refused with both texts shown. */
    revision: integer().notNull().default(1),
  },
  (theme) => [unique().on(theme.processId, theme.slug)],
)

/** One coder's reading of one statement. Taken back by a row of its own. */
export const codings = pgTable(
  'analysis_codings',
  {
    id: identity(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id),
    themeId: uuid()
      .notNull()
      .references(() => themes.id),
    /** keep and want speak for the theme, leave against it; null mentions it without a stance. */
    stance: choice(stances),
    codedBy: uuid()
      .notNull()
      .references(() => persons.id),
    codedAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (coding) => [
    index('analysis_codings_statement').on(coding.statementId),
    index('analysis_codings_theme').on(coding.themeId),
    check('analysis_codings_stance', sql`${coding.stance} is null or ${oneOf(coding.stance, stances)}`),
  ],
)

/** A statement that a coder has set aside as brus, with the reason. */
export const setAsides = pgTable('analysis_set_asides', {
  id: identity(),
  statementId: uuid()
    .notNull()
    .unique()
    .references(() => statements.id),
  reason: text().notNull(),
  setAsideBy: uuid()
    .notNull()
    .references(() => persons.id),
  setAsideAt: instant().notNull(),
})

/** A matrix that was computed and frozen: the figures that a vision rests on and that the public sees. */
export const snapshots = pgTable(
  'analysis_snapshots',
  {
    id: identity(),
    processId: uuid()
      .notNull()
      .references(() => processes.id),
    number: integer().notNull(),
    documentId: uuid()
      .notNull()
      .references(() => documents.id),
    frozenBy: uuid()
      .notNull()
      .references(() => persons.id),
    frozenAt: instant().notNull(),
  },
  (snapshot) => [unique().on(snapshot.processId, snapshot.number)],
)
